# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All compile rules live in the one interface target `petalpost_rules`; a folder
# becomes a library with one call, and its link line says whom it may use.

set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

find_program(PETALPOST_CCACHE ccache)
if(PETALPOST_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PETALPOST_CCACHE})
endif()

add_library(petalpost_rules INTERFACE)
target_compile_features(petalpost_rules INTERFACE cxx_std_20)
target_include_directories(petalpost_rules INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(petalpost_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 PETALPOST_VERSION="${PROJECT_VERSION}")
target_compile_options(petalpost_rules INTERFACE -Wall -Wextra -Wpedantic -fno-omit-frame-pointer
    # g++ 12 warns about coroutine frames, and about their lambdas in unity builds; clang does not.
    $<$<CXX_COMPILER_ID:GNU>:-fcoroutines -Wno-maybe-uninitialized -Wno-mismatched-new-delete -Wno-subobject-linkage>
    $<$<BOOL:${PETALPOST_WERROR}>:-Werror>)
if(PETALPOST_SANITIZE)
    target_compile_options(petalpost_rules INTERFACE -fsanitize=${PETALPOST_SANITIZE} -fno-sanitize-recover=undefined)
    target_link_options(petalpost_rules INTERFACE -fsanitize=${PETALPOST_SANITIZE})
endif()

function(_petalpost_finish target)
    if(PETALPOST_PCH)
        target_precompile_headers(${target} PRIVATE
            <QtCore/QtCore> <QtNetwork/QNetworkAccessManager> <QtSql/QSqlQuery> <tl/expected.hpp> <vector> <functional>)
    endif()
endfunction()

# petalpost_add_module(Domain LINKS Qt6::Core …): every source beside the CMakeLists.txt becomes
# the static library petalpost_domain with the alias Petalpost::Domain.
function(petalpost_add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;PRIVATE_LINKS")
    string(TOLOWER ${name} lower)
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    if(NOT sources)
        add_library(petalpost_${lower} INTERFACE)
        add_library(Petalpost::${name} ALIAS petalpost_${lower})
        target_link_libraries(petalpost_${lower} INTERFACE petalpost_rules ${arg_LINKS})
        return()
    endif()
    add_library(petalpost_${lower} STATIC ${sources})
    add_library(Petalpost::${name} ALIAS petalpost_${lower})
    target_link_libraries(petalpost_${lower} PUBLIC petalpost_rules ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
    _petalpost_finish(petalpost_${lower})
endfunction()

# petalpost_add_program(petalpostd LINKS …)
function(petalpost_add_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h *.qrc)
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE petalpost_rules ${arg_LINKS})
    _petalpost_finish(${name})
endfunction()

# Builds every test labelled `asan`: the ones that a stray pointer would break; and `tsan`: the ones
# in which threads of ours meet.
add_custom_target(petalpost_asan)
add_custom_target(petalpost_tsan)
# QProcess forks and then runs another program; that the sanitizer ends the child is of no use.
set(PETALPOST_TSAN_OPTIONS
    "suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp:second_deadlock_stack=1:die_after_fork=0")

# petalpost_add_tests(LINKS …): every tst_*.cpp beside the CMakeLists.txt becomes one ctest.
function(petalpost_add_tests)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "TIMEOUT" "LINKS;LABELS;ENVIRONMENT")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    file(GLOB sources CONFIGURE_DEPENDS tst_*.cpp)
    set(tsan_options ${PETALPOST_TSAN_OPTIONS})
    if(NOT tsan IN_LIST arg_LABELS)
        # Threads that libraries start by themselves, for HTTP and the keychain, lock where the sanitizer
        # does not see it. What they copy and free is left out; all that our code reads and writes is not.
        string(APPEND tsan_options ":ignore_interceptors_accesses=1")
    endif()
    foreach(source IN LISTS sources)
        get_filename_component(test ${source} NAME_WE)
        add_executable(${test} ${source})
        set_target_properties(${test} PROPERTIES UNITY_BUILD OFF)
        target_link_libraries(${test} PRIVATE petalpost_rules Qt6::Test ${arg_LINKS})
        add_test(NAME ${test} COMMAND ${test})
        foreach(sanitizer asan tsan)
            if(${sanitizer} IN_LIST arg_LABELS)
                add_dependencies(petalpost_${sanitizer} ${test})
            endif()
        endforeach()
        set_tests_properties(${test} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;TSAN_OPTIONS=${tsan_options};${arg_ENVIRONMENT}")
    endforeach()
endfunction()
