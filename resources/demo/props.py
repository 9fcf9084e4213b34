# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything around the flowers in draw_pictures.py: room, leaves, paper, ribbon, vessels."""

import math

from canvas import HEIGHT, WIDTH, darker, lighter, mix, petal_outline, smooth


def room(pic, wall, table, light="#FFFFFF", horizon=770):
    """A plain wall with window light, and the table the flowers stand on."""
    fill = pic.linear([(0, lighter(wall, 0.12)), (0.7, wall), (1, darker(wall, 0.06))],
                      0, 0, 0, horizon)
    pic.add(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{fill}"/>')
    beam = pic.linear([(0, light, 0.5), (1, light, 0.04)], 0, 0, 300, 760)
    for x, w in ((-60, 190), (160, 190), (380, 190)):
        for y, h in ((-40, 270), (260, 330)):
            pic.add(pic.path(f"M{x} {y}l{w} 0l{h * .42:.0f} {h}l-{w} 0Z",
                             beam, f'transform="translate({y * .42:.0f} 0)" opacity=".55"'))
    glow = pic.radial([(0, light, 0.65), (1, light, 0)], 350, 340, 420)
    pic.add(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{glow}"/>')
    top = pic.linear([(0, darker(table, 0.04)), (0.15, table), (1, lighter(table, 0.25))],
                     0, horizon, 0, HEIGHT)
    pic.add(f'<rect y="{horizon}" width="{WIDTH}" height="{HEIGHT - horizon}" fill="{top}"/>')
    pic.add(f'<rect y="{horizon}" width="{WIDTH}" height="2" fill="{lighter(table, 0.5)}"/>')


def leaf(pic, colour, width=24, tip=0.9, shoulder=0.8):
    """A two-tone leaf of length 100 growing towards -y from (0,0)."""
    data = petal_outline(pic.rng, width, shoulder, tip, ruffle=1.5, steps=8)
    fill = pic.linear([(0, darker(colour, 0.3)), (1, lighter(colour, 0.08))])
    half = smooth([(0, 0), (-width * .72, -34), (-width * .66, -58), (0, -97), (1, -50)])
    veins = pic.line([(0, -2), (1, -50), (0, -95)], lighter(colour, 0.38), 1.8)
    for i in range(1, 5):
        y = -100 * i / 6
        for side in (-1, 1):
            veins += pic.line([(0, y), (side * width * .36, y - 9), (side * width * .62, y - 16)],
                              lighter(colour, 0.25), 0.9, ' opacity=".7"')
    return pic.symbol(
        pic.path(data, "#14241A", 'opacity=".22" transform="translate(2 4) scale(1.04)"')
        + pic.path(data, fill) + pic.path(half, lighter(colour, 0.3), 'opacity=".35"') + veins)


def sprig(pic, colour, pairs=6):
    """Eucalyptus: round leaves in pairs along a stem of length 100 towards -y."""
    blade = leaf(pic, colour, 46, 0.5, 0.7)
    out = pic.line([(0, 0), (3, -50), (0, -100)], darker(colour, 0.3), 2)
    for i in range(pairs):
        y = -20 - 78 * i / (pairs - 1)
        size = 0.30 - 0.14 * i / pairs
        out += pic.use(blade, 1, y, size, -62 + 6 * i) + pic.use(blade, 1, y + 4, size, 58 - 6 * i)
    return pic.symbol(out + pic.use(blade, 0, -98, 0.16, 4))


def fan(pic, symbols, cx, cy, rx, ry, count, size, start=-105, end=105, inset=0.55):
    """Leaves that radiate from behind the flowers; angles are from straight up."""
    for i in range(count):
        turn = start + (end - start) * i / (count - 1) + pic.rng.uniform(-5, 5)
        rad = math.radians(turn)
        pic.add(pic.use(symbols[i % len(symbols)], cx + rx * inset * math.sin(rad),
                        cy - ry * inset * math.cos(rad), size * pic.rng.uniform(0.88, 1.1), turn))


def _sheet(pic, points, colour, shade=0.0, edge=0.5):
    fill = pic.linear([(0, lighter(colour, 0.3 - shade)), (0.55, darker(colour, 0.02 + shade * .5)),
                       (1, darker(colour, 0.16 + shade))], 120, 250, 480, 800)
    return (pic.path(smooth(points), "#2A2418", 'opacity=".13" transform="translate(4 7)"')
            + pic.path(smooth(points), fill)
            + pic.path(smooth(points), "none",
                       f'stroke="{lighter(colour, edge)}" stroke-width="2" opacity=".8"'))


def paper_back(pic, colour, tissue, tie=(360, 690)):
    """The sheets behind the flowers."""
    x, y = tie
    pic.add(pic.soft_shadow(x + 30, 838, 230, 34, 0.45))
    for side, reach in ((-1, 268), (1, 262)):
        pic.add(_sheet(pic, [(x, y), (x + side * reach * .62, 520), (x + side * reach, 300),
                             (x + side * reach * .82, 262), (x + side * 120, 190),
                             (x - side * 30, 200), (x - side * 40, 480)], tissue, 0.05))
    pic.add(_sheet(pic, [(x, y), (x - 170, 500), (x - 232, 330), (x - 150, 250), (x, 222),
                         (x + 150, 250), (x + 232, 330), (x + 170, 500)], colour, 0.08))


def paper_front(pic, colour, tissue, ribbon, tie=(360, 690)):
    """The folds in front, the flared end below the tie, and the bow."""
    x, y = tie
    flare = [(x - 26, y - 6), (x - 70, y + 70), (x - 104, y + 146), (x - 40, y + 138),
             (x + 6, y + 152), (x + 56, y + 136), (x + 110, y + 142), (x + 72, y + 70), (x + 26,
                 y - 6)]
    pic.add(_sheet(pic, flare, colour, 0.1))
    for i in (-3, -1.4, 0.3, 1.8, 3.1):
        pic.add(pic.line([(x + i * 6, y + 8), (x + i * 15, y + 70), (x + i * 24, y + 132)],
                         darker(colour, 0.28), 2, ' opacity=".35"'))
    pic.add(_sheet(pic, [(x + 22, y + 6), (x + 150, 560), (x + 262, 352), (x + 226, 372),
                         (x + 150, 470), (x + 50, 545), (x - 70, 590), (x - 30, y)], tissue, 0.03))
    pic.add(_sheet(pic, [(x + 24, y + 8), (x + 110, 600), (x + 248, 384), (x + 190, 440),
                         (x + 90, 520), (x - 60, 560), (x - 24, y)], colour, 0.04))
    pic.add(_sheet(pic, [(x - 24, y + 8), (x - 130, 580), (x - 262, 356), (x - 196, 440),
                         (x - 90, 522), (x + 70, 566), (x + 60, 620), (x + 24, y + 4)], colour))
    for d in ((-200, 420), (-120, 470), (-40, 520)):
        pic.add(pic.line([(x - 6, y - 6), (x + d[0] * .5, (y + d[1]) / 2 + 24),
                          (x + d[0], d[1] + 26)], darker(colour, 0.3), 1.6, ' opacity=".28"'))
    pic.add(bow(pic, x, y, ribbon))


def bow(pic, x, y, colour, size=1.0):
    """A tied ribbon with two loops and two tails."""
    fill = pic.linear([(0, lighter(colour, 0.25)), (0.5, colour), (1, darker(colour, 0.3))],
                      -80, -30, 80, 60)
    out = ""
    for d in (-1, 1):
        tail = [(0, 4), (d * 26, 50), (d * 30, 104), (d * 52, 112), (d * 62, 98), (d * 46, 44),
                (d * 14, 0)]
        out += pic.path(smooth(tail), darker(colour, 0.16))
        loop = [(0, 0), (d * 34, -34), (d * 82, -36), (d * 92, -6), (d * 74, 20), (d * 32, 14)]
        out += pic.path(smooth(loop), "#1A1420", 'opacity=".2" transform="translate(2 6)"')
        out += pic.path(smooth(loop), fill)
        hollow = [(d * 18, -6), (d * 46, -22), (d * 74, -18), (d * 70, 2), (d * 40, 4)]
        out += pic.path(smooth(hollow), darker(colour, 0.4), 'opacity=".55"')
    out += pic.path(smooth([(-15, -14), (15, -14), (18, 0), (14, 14), (-14, 14), (-18, 0)]),
                    darker(colour, 0.1))
    out += pic.line([(-6, -10), (-3, 0), (-6, 10)], lighter(colour, 0.3), 2)
    return f'<g transform="translate({x} {y}) scale({size})">{out}</g>'


def basket(pic, colour, top=560, bottom=800, wide=218, narrow=166, cx=360):
    """A woven basket; call it after the flowers, its rim hides their stems."""
    clip = pic.new_id("c")
    outline = (f"M{cx - wide} {top}L{cx - narrow} {bottom - 14}Q{cx} {bottom + 26} {cx + narrow}"
               f" {bottom - 14}L{cx + wide} {top}Q{cx} {top + 60} {cx - wide} {top}Z")
    pic.defs.append(f'<clipPath id="{clip}"><path d="{outline}"/></clipPath>')
    out = pic.path(outline, darker(colour, 0.45))
    rows, columns = 9, 15
    for row in range(rows + 1):
        y = top - 4 + (bottom + 20 - top) * row / rows
        half = wide + (narrow - wide) * row / rows
        for column in range(columns):
            if (row + column) % 2:
                continue
            u = (column + 0.5) / columns * 2 - 1
            x, w = cx + half * math.sin(u * 1.45), half * 2.3 / columns * math.cos(u * 1.25) + 8
            sag = 34 * (1 - (x - cx) ** 2 / half ** 2)
            tone = mix(lighter(colour, 0.22), darker(colour, 0.3), (u + 1) / 2)
            out += (f'<rect x="{x - w:.0f}" y="{y + sag - 12:.0f}" width="{2 * w:.0f}" height="23"'
                    f' rx="11" fill="{tone}" stroke="{darker(colour, .4)}" stroke-width="1.2"/>')
            out += pic.line([(x - w * .6, y + sag - 5), (x, y + sag - 7), (x + w * .6, y
                + sag - 5)],
                            lighter(tone, 0.35), 2, ' opacity=".7"')
    pic.add(f'<g clip-path="url(#{clip})">{out}</g>')
    for i in range(25):
        u = i / 24 * 2 - 1
        x, y = cx + (wide + 6) * math.sin(u * 1.571), top + 30 * math.cos(u * 1.571)
        tone = mix(lighter(colour, 0.3), darker(colour, 0.2), (u + 1) / 2)
        pic.add(f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="20" ry="10" fill="{tone}" stroke='
                f'"{darker(colour, .4)}" transform="rotate({-24 - 20 * u:.0f} {x:.0f} {y:.0f})"/>')


def handle(pic, colour, cx=360, wide=206, top=120, foot=570):
    """The basket's handle; call it before the flowers."""
    data = f"M{cx - wide} {foot}C{cx - wide} {top - 40} {cx + wide} {top - 40} {cx + wide} {foot}"
    for width, tone in ((26, darker(colour, 0.4)), (21, colour), (8, lighter(colour, 0.3))):
        pic.add(pic.path(data, "none", f'stroke="{tone}" stroke-width="{width}"'))
    pic.add(pic.path(data, "none", f'stroke="{darker(colour, .35)}" stroke-width="21"'
                     ' stroke-dasharray="3 17" opacity=".6"'))


def pot(pic, colour, cx, top, bottom, wide, narrow):
    """A glazed pot with a rolled rim."""
    fill = pic.linear([(0, darker(colour, 0.08)), (0.25, lighter(colour, 0.35)), (0.6, colour),
                       (1, darker(colour, 0.32))], cx - wide, 0, cx + wide, 0)
    pic.add(pic.soft_shadow(cx + 30, bottom + 4, wide * 1.25, 34, 0.5))
    pic.add(pic.path(f"M{cx - wide} {top}C{cx - wide + 4} {top + 90} {cx - narrow - 12} "
                     f"{bottom - 40} "
                     f"{cx - narrow} {bottom - 8}Q{cx} {bottom + 22} {cx + narrow} {bottom - 8}"
                     f"C{cx + narrow + 12} {bottom - 40} {cx + wide - 4} {top + 90} "
                     f"{cx + wide} {top}Z",
                     fill))
    pic.add(f'<ellipse cx="{cx}" cy="{top}" rx="{wide + 8}" ry="30" fill="{fill}"/>')
    pic.add(f'<ellipse cx="{cx}" cy="{top - 4}" rx="{wide - 6}" ry="21" fill="#4A3A2A"/>')
    shine = [(cx - wide * .72, top + 46), (cx - wide * .6, top + 120), (cx - narrow * .78,
        bottom - 40),
             (cx - wide * .5, top + 110), (cx - wide * .58, top + 44)]
    pic.add(pic.path(smooth(shine), "#FFFFFF", 'opacity=".4"'))


def tag(pic, x, y, turn, ink="#1D6848", heart="#B3261E"):
    """A small card with a heart and three written lines."""
    out = '<rect x="-62" y="-42" width="124" height="84" rx="6" fill="#2A2418" opacity=".2" ' \
          'transform="translate(4 7)"/><rect x="-62" y="-42" width="124" height="84" rx="6" ' \
          'fill="#FFFDF8" stroke="#E2DED3"/>'
    out += pic.path("M-36 2C-54 -12 -46 -28 -36 -18C-26 -28 -18 -12 -36 2Z", heart)
    for i, width in enumerate((58, 84, 66)):
        start = -10 if i == 0 else -44
        line = [(start + width * j / 6, -14 + i * 20 + (2 if j % 2 else -2)) for j in range(7)]
        out += pic.line(line, ink, 2.4, ' opacity=".75"')
    pic.add(f'<g transform="translate({x} {y}) rotate({turn})">{out}</g>')
