# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flower heads for draw_pictures.py. Each function returns the id of a symbol that is about
100 units in radius around (0,0); light falls from the upper left."""

import math

from canvas import darker, lighter, mix, petal_outline, smooth


def _petals(pic, base, rim, shades=3, shapes=2, shadow=0.22, vein=0.0, **shape):
    """Petal symbols by [tone][shape]; tone 0 is lit, the last one lies in shade."""
    tones = []
    for tone in range(shades):
        shade = tone / max(1, shades - 1)
        low, high = darker(base, 0.22 * shade), darker(mix(rim, base, 0.35 * shade), 0.05 * shade)
        fill = pic.linear([(0, darker(low, 0.12)), (0.45, mix(low, high, 0.45)), (0.86, high),
                           (1, lighter(high, 0.3))])
        row = []
        for _ in range(shapes):
            data = petal_outline(pic.rng, **shape)
            inner = pic.path(data, darker(base, 0.55),
                             f'opacity="{shadow}" transform="translate(0 3) scale(1.05 1.04)"')
            inner += pic.path(data, fill)
            if vein:
                for lean in (-0.42, 0, 0.42):
                    width = shape["width"] * lean
                    inner += pic.line([(width * 0.2, -12), (width * 0.8, -50), (width, -82)],
                                      darker(base, 0.25), 1.4, f' opacity="{vein}"')
            row.append(pic.symbol(inner))
        tones.append(row)
    return tones


def _ring(pic, tones, count, length, start=0.0, jitter=6.0, lift=0.0, squash=1.0):
    """Markup for one ring of petals, those in shade chosen by their direction."""
    parts = []
    for i in range(count):
        turn = start + 360 * i / count + pic.rng.uniform(-jitter, jitter)
        away = 0.5 - 0.5 * math.cos(math.radians(turn + 45))
        row = tones[min(len(tones) - 1, int(away * len(tones)))]
        size = length * pic.rng.uniform(0.94, 1.05) / 100
        parts.append(pic.use(pic.rng.choice(row), 0, lift, size, turn, squash))
    pic.rng.shuffle(parts)
    return "".join(parts)


def peony(pic, base, rim, heart):
    outer = _petals(pic, base, rim, shapes=3, vein=0.16, width=50, shoulder=0.72, tip=0.4,
                    ruffle=5, notch=2, steps=11)
    inner = _petals(pic, mix(base, heart, 0.6), mix(rim, base, 0.5), shapes=3, shadow=0.3, width=46,
                    shoulder=0.8, tip=0.25, ruffle=6, notch=10)
    core = _petals(pic, darker(heart, 0.12), mix(rim, heart, 0.72), shapes=2, shadow=0.34,
                   width=44, shoulder=0.8,
                   tip=0.25, ruffle=9, notch=8)
    out = _ring(pic, outer, 9, 101, 0, 11) + _ring(pic, outer, 9, 87, 20, 14, -3)
    out += _ring(pic, inner, 9, 72, 10, 9, -6) + _ring(pic, inner, 8, 58, 30, 12, -9)
    out += _ring(pic, core, 8, 43, 0, 14, -11) + _ring(pic, core, 6, 28, 20, 16, -12)
    for _ in range(34):
        angle, reach = pic.rng.uniform(0, 6.283), 10 * math.sqrt(pic.rng.random())
        x, y = reach * math.cos(angle), -13 + reach * math.sin(angle)
        out += f'<circle cx="{x:.1f}" cy="{y + 1:.1f}" r="2.4" fill="#B5761B"/>'
        out += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="#F7D774"/>'
    return pic.symbol(out)


def ranunculus(pic, base, rim, heart="#6E8B3D"):
    wide = _petals(pic, base, rim, shapes=2, shadow=0.3, width=52, shoulder=0.85, tip=0.42,
                   ruffle=2)
    out, length = "", 100.0
    for ring in range(10):
        out += _ring(pic, wide, 8 if ring < 6 else 6, length, ring * 27, 5, 0)
        length *= 0.86 if ring < 5 else 0.78
    out += f'<circle r="15" fill="{darker(mix(base, heart, 0.6), 0.15)}"/>'
    out += f'<circle cx="-2" cy="-2" r="10" fill="{heart}"/>'
    return pic.symbol(out + f'<circle cx="-3" cy="-3" r="4.5" fill="{darker(heart, 0.35)}"/>')


def rose(pic, base, rim):
    wide = _petals(pic, darker(base, 0.2), rim, shapes=2, shadow=0.6, width=58, shoulder=0.9,
                   tip=0.4, ruffle=2)
    deep = _petals(pic, darker(base, 0.4), mix(rim, base, 0.6), shapes=2, shadow=0.7, width=60,
                   shoulder=0.9, tip=0.4, ruffle=2)
    out = _ring(pic, wide, 5, 102, 10, 8) + _ring(pic, wide, 4, 82, 40, 8, -2)
    out += _ring(pic, deep, 4, 62, 12, 8, -4) + _ring(pic, deep, 3, 46, 60, 8, -5)
    out += f'<circle cy="-6" r="27" fill="{darker(base, 0.62)}"/>'
    for turn, reach in ((0.4, 27), (2.5, 22), (4.6, 16), (0.9, 9)):
        points = [(reach * math.cos(turn + a / 4), -6 + reach * math.sin(turn + a / 4))
                  for a in range(11)]
        out += pic.line(points, mix(rim, base, 0.45), 6)
    return pic.symbol(out)


def carnation(pic, base, rim):
    """A ruffled pompom: every petal ends in small teeth."""
    tones = []
    for tone in range(3):
        low, high = darker(base, 0.1 + 0.16 * tone), darker(rim, 0.1 * tone)
        fill = pic.linear([(0, darker(low, 0.15)), (0.6, mix(low, high, 0.5)),
                           (0.9, high), (1, lighter(high, 0.35))])
        row = []
        for _ in range(3):
            teeth, phase = [], pic.rng.uniform(0, 6)
            for i in range(25):
                angle = math.radians(-40 + 80 * i / 24)
                reach = (96 + 9 * math.sin(i * 0.62 + phase) + (3.5 if i % 2 else -3.5)
                         - 14 * (abs(i - 12) / 12) ** 3)
                teeth.append((reach * math.sin(angle), -reach * math.cos(angle)))
            data = "M0 0L" + "L".join(f"{x:.0f} {y:.0f}" for x, y in teeth) + "Z"
            shade = pic.path(data, darker(base, 0.6),
                             'opacity=".26" transform="translate(0 4) scale(1.05)"')
            row.append(pic.symbol(shade + pic.path(data, fill, 'stroke-linejoin="round"')))
        tones.append(row)
    out, length = "", 100.0
    for ring, count in enumerate((7, 7, 6, 5, 5)):
        out += _ring(pic, tones, count, length, ring * 37, 16, -ring * 2)
        length *= 0.82
    for i in range(26):
        reach, angle = 5.6 * math.sqrt(26 - i), i * 2.4
        x, y = reach * math.cos(angle), -12 + reach * math.sin(angle)
        turn = math.degrees(angle) + 90 + pic.rng.uniform(-50, 50)
        out += pic.use(pic.rng.choice(tones[i % 3]), x, y, pic.rng.uniform(0.2, 0.32), turn)
    return pic.symbol(out)


def sunflower(pic):
    back = _petals(pic, "#D98A0B", "#F2B01E", shapes=2, shadow=0.25, vein=0.2, width=13,
                   shoulder=0.7, tip=0.75, ruffle=2)
    front = _petals(pic, "#E89A10", "#FFD23F", shapes=3, shadow=0.3, vein=0.22, width=14,
                    shoulder=0.7, tip=0.7, ruffle=2)
    out = _ring(pic, back, 19, 103, 5, 4) + _ring(pic, front, 17, 94, 14, 4)
    disc = pic.radial([(0, "#6B4A1E"), (0.4, "#3B2410"), (0.8, "#2A170B"), (1, "#5A3512")], 0, 0,
                      42)
    out += '<circle r="45" fill="#7A4A10" opacity=".35"/>' + f'<circle r="42" fill="{disc}"/>'
    for i in range(1, 190):
        reach, angle = 3.0 * math.sqrt(i), i * 2.39996
        colour = ("#8A9A3C", "#7A5A24", "#A8741F", "#C98F22")[min(3, int(reach / 11))]
        out += (f'<circle cx="{reach * math.cos(angle):.1f}" cy="{reach * math.sin(angle):.1f}"'
                f' r="{1.0 + reach / 50:.1f}" fill="{colour}"/>')
    return pic.symbol(out)


def lily(pic, base, rim, streak="#D9E2A0", spots="#C98AA0"):
    """Six recurved petals, three broad over three narrow, and six stamens."""
    def kind(width):
        rows = []
        for tone in range(3):
            fill = pic.linear([(0, mix(streak, "#9CB04A", 0.5)), (0.3, mix(base, streak, 0.4)),
                               (0.65, darker(rim, 0.03 + 0.05 * tone)), (1, lighter(rim, 0.5))])
            data = petal_outline(pic.rng, width, 0.75, 0.62, ruffle=3, steps=11)
            inner = pic.path(data, "#39452F",
                             'opacity=".24" transform="translate(1 3) scale(1.05)"')
            inner += pic.path(data, fill)
            inner += pic.path(petal_outline(pic.rng, 3.2, 0.5, 1.1), streak, 'opacity=".8"')
            for side in (-1, 1):
                inner += pic.line([(side * 3, -14), (side * width * 0.52, -52), (side * 5, -90)],
                                  darker(base, 0.3), 1, ' opacity=".35"')
            for _ in range(9):
                x, y = pic.rng.uniform(-8, 8), -pic.rng.uniform(16, 48)
                inner += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.4" fill="{spots}"/>'
            rows.append([pic.symbol(inner)])
        return rows
    out = _ring(pic, kind(22), 3, 100, 30, 3) + _ring(pic, kind(31), 3, 100, 90, 3)
    for i in range(6):
        angle = math.radians(i * 60 + 12)
        x, y = 40 * math.cos(angle), 38 * math.sin(angle) - 6
        out += pic.line([(0, 0), (x * 0.6, y * 0.7), (x, y)], "#C9D79A", 2.6)
        out += (f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="8" ry="3.6" fill="#B5561B"'
                f' transform="rotate({i * 60 + 80} {x:.1f} {y:.1f})"/>')
    out += pic.line([(0, 0), (6, 18), (16, 36)], "#A9BF68", 4)
    return pic.symbol(out + '<circle cx="17" cy="38" r="5" fill="#7F9648"/>')


def floret(pic, base, rim, eye):
    """One four-petalled hydrangea floret."""
    tones = _petals(pic, base, rim, shapes=2, shadow=0.25, vein=0.12, width=46, shoulder=0.8,
                    tip=0.4, ruffle=3)
    out = _ring(pic, tones, 4, 100, pic.rng.uniform(-8, 8), 5)
    return pic.symbol(out + f'<circle r="11" fill="{darker(base, 0.3)}" opacity=".5"/>'
                      f'<circle cx="-1" cy="-2" r="8" fill="{eye}"/>')


def orchid(pic, base, rim, lip, throat="#F0C23C"):
    """A moth orchid seen from the front: three sepals, two wings and a lip."""
    sepal = _petals(pic, base, rim, shapes=1, vein=0.25, width=30, shoulder=0.75, tip=0.5, ruffle=1)
    wing = _petals(pic, mix(base, lip, 0.12), rim, shapes=1, vein=0.28, width=60, shoulder=0.9,
                   tip=0.36, ruffle=2)
    out = pic.use(sepal[0][0], 0, 4, 0.94, 0) + pic.use(sepal[1][0], 0, 0, 0.88, 128)
    out += pic.use(sepal[2][0], 0, 0, 0.88, -128)
    out += pic.use(wing[0][0], -2, 2, 0.98, -74) + pic.use(wing[1][0], 2, 2, 0.98, 74)
    fill = pic.linear([(0, throat), (0.35, lip), (1, darker(lip, 0.25))], 0, 0, 0, 46)
    for side in (-1, 1):
        lobe = smooth([(0, 4), (side * 16, -2), (side * 25, 8), (side * 17, 20), (side * 5, 16)])
        out += pic.path(lobe, lip) + pic.path(lobe, "none", f'stroke="{darker(lip, 0.4)}"')
    out += pic.path(smooth([(0, 6), (13, 18), (10, 34), (16, 46), (0, 42), (-16, 46), (-10, 34),
                            (-13, 18)]), fill)
    out += f'<ellipse cy="10" rx="6" ry="7" fill="{throat}"/>'
    return pic.symbol(out + '<ellipse cx="-1" cy="0" rx="6" ry="8" fill="#FFF6FA"/>')


def tulip(pic, base, rim):
    """Seen from the side, standing on (0,60); three petals in front of three."""
    def cup(colour, edge):
        return pic.linear([(0, darker(mix(colour, "#D8C25A", 0.25), 0.1)), (0.35, colour),
                           (0.8, edge), (1, lighter(edge, 0.35))], 0, 60, 0, -80)
    back, side, front = (cup(darker(base, 0.2), darker(rim, 0.12)), cup(darker(base, 0.06), rim),
                         cup(base, lighter(rim, 0.12)))
    out = ""
    for x in (-26, 26, 0):
        out += pic.path(smooth([(x * .4, 50), (x - 26, 0), (x - 16, -50), (x, -88), (x + 16, -50),
                                (x + 26, 0)]), back)
    for d in (-1, 1):
        petal = smooth([(0, 62), (d * 34, 46), (d * 54, 6), (d * 50, -40), (d * 38, -84),
                        (d * 16, -44), (d * 2, 10)])
        out += pic.path(petal, darker(base, 0.5), 'opacity=".2" transform="translate(0 3)"')
        out += pic.path(petal, side)
        out += pic.line([(d * 12, 52), (d * 36, 6), (d * 37, -60)], darker(base, 0.2), 1.6,
                        ' opacity=".35"')
    middle = smooth([(0, 64), (-27, 42), (-34, 0), (-22, -40), (0, -72), (22, -40), (34, 0),
                     (27, 42)])
    out += pic.path(middle, darker(base, 0.6),
                    'opacity=".28" transform="translate(0 2) scale(1.07 1.02)"')
    out += pic.path(middle, front)
    for lean in (-9, 0, 9):
        out += pic.line([(lean * .5, 52), (lean, 0), (lean * .6, -46)], darker(base, 0.15), 1.5,
                        ' opacity=".28"')
    shine = pic.path(smooth([(-18, 36), (-25, 0), (-16, -30), (-14, 0)]), "#FFFFFF",
                     'opacity=".22"')
    return pic.symbol(out + shine)


def freesia(pic, base, rim, throat):
    """One funnel that opens upwards (towards -y), its tube starting at (0,60)."""
    tube = pic.linear([(0, mix(base, "#9DB04A", 0.65)), (0.5, base), (1, rim)], 0, 70, 0, -20)
    back = _petals(pic, darker(base, 0.08), rim, shapes=1, width=33, shoulder=0.8, tip=0.42,
                   ruffle=2)
    front = _petals(pic, base, lighter(rim, 0.25), shapes=1, vein=0.18, width=36, shoulder=0.8,
                    tip=0.42, ruffle=2)
    out = ""
    for turn, size in ((0, .72), (-42, .74), (42, .74)):
        out += pic.use(back[1][0], 0, 0, size, turn)
    out += pic.path(smooth([(0, 78), (-9, 40), (-26, -6), (-16, -22), (16, -22), (26, -6), (9,
        40)]),
                    tube)
    out += f'<ellipse cy="-14" rx="22" ry="10" fill="{throat}" opacity=".75"/>'
    for angle in (-14, 0, 14):
        out += pic.line([(0, -6), (angle * .5, -26), (angle, -38)], "#FFF7D0", 3)
    for turn, size in ((-76, .6), (76, .6)):
        out += pic.use(front[0][0], 0, -6, size, turn)
    lip = smooth([(-24, -12), (-27, 8), (0, 26), (27, 8), (24, -12), (0, -3)])
    out += pic.path(lip, darker(base, .5), 'opacity=".2" transform="translate(0 3)"')
    return pic.symbol(out + pic.path(lip, lighter(rim, 0.1)))


def baby_breath(pic):
    """A tiny double white flower."""
    tones = _petals(pic, "#E2E6DA", "#FFFFFF", shapes=2, shadow=0.22, width=36, shoulder=0.8,
                    tip=0.35, ruffle=6)
    out = _ring(pic, tones, 6, 100, 0, 12) + _ring(pic, tones, 5, 66, 20, 14)
    return pic.symbol(out + _ring(pic, tones, 4, 36, 0, 18) + '<circle r="8" fill="#DDE3B4"/>')
