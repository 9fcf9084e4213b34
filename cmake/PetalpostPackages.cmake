# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed where, and the two Debian packages made of it: `./dev package` calls CPack.
# A package is one install component.

include(GNUInstallDirs)
set(packaging ${PROJECT_SOURCE_DIR}/packaging)

install(TARGETS petalpost RUNTIME COMPONENT desk)
install(FILES ${packaging}/desktop/petalpost.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT desk)
install(FILES ${packaging}/desktop/org.petalpost.desk.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT desk)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/petalpost.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT desk)

install(TARGETS petalpostd petalpost-photo RUNTIME COMPONENT server)
install(FILES ${packaging}/systemd/petalpostd.service
        DESTINATION lib/systemd/system COMPONENT server)
# Only its group may read it: later it holds the payment gateway's keys.
install(FILES ${packaging}/server.conf DESTINATION /etc/petalpost COMPONENT server
        PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ)

foreach(component IN ITEMS desk server)
    set(package petalpost)
    if(component STREQUAL server)
        set(package petalpost-server)
    endif()
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${package})
    install(FILES ${packaging}/deb/copyright DESTINATION ${documents} COMPONENT ${component})
    install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_SOURCE_DIR}/docs/operations.md
            DESTINATION ${documents} COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME petalpost)
set(CPACK_PACKAGE_VENDOR "The Petalpost authors")
set(CPACK_PACKAGE_CONTACT "The Petalpost authors <petalpost@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_COMPONENTS_ALL desk server)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_DESK_PACKAGE_NAME petalpost)
set(CPACK_DEBIAN_DESK_PACKAGE_SECTION misc)
# Plugins are loaded by name, so no library link tells of them.
set(CPACK_DEBIAN_DESK_PACKAGE_DEPENDS
    "qt6-qpa-plugins, libqt6sql6-sqlite, libqt6svg6, qt6-image-formats-plugins, fonts-noto-cjk, tzdata")
set(CPACK_DEBIAN_DESK_PACKAGE_RECOMMENDS
    "qt6-wayland, pipewire-bin | pulseaudio-utils | alsa-utils, fonts-nanum, fonts-nanum-extra")
set(CPACK_COMPONENT_DESK_DESCRIPTION "florist's desk for the Petalpost order server
One window for a flower shop's day: incoming paid orders on a board, what
is made, what is on its way, reviews and their answers. It keeps a copy of
its own and goes on working while the connection is down.")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME petalpost-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, libqt6sql6-sqlite, qt6-image-formats-plugins, tzdata")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${packaging}/deb/server/postinst;${packaging}/deb/server/prerm;${packaging}/deb/server/postrm;${packaging}/deb/server/conffiles")
set(CPACK_COMPONENT_SERVER_DESCRIPTION "order and payment server of a small flower shop
Shows the shop's menu, takes orders and payments, hands the paid order to
the florist's desk, lets customers follow, cancel and review, and texts
them. Everything lies in one SQLite file under /var/lib/petalpost.")
include(CPack)
