#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample shop's twelve product pictures.

    python3 draw_pictures.py            writes pictures/NAME.svg, always the same bytes
    for f in pictures/*.svg; do
        n=${f%.svg}
        rsvg-convert -w 720 -h 900 "$f" -o p.png && cwebp -q 78 -m 6 p.png -o $n-720.webp
        rsvg-convert -w 360 -h 450 "$f" -o p.png && cwebp -q 78 -m 6 p.png -o $n-360.webp
    done
"""

import math
import pathlib

import flowers
import props
from canvas import Picture, darker, lighter, mix, smooth


def cluster(pic, heads, spots, scale=1.0, shadow=0.28):
    """Paints heads at (x, y, radius) in the order given, each over a soft shadow."""
    for i, (x, y, radius) in enumerate(spots):
        pic.add(pic.soft_shadow(x + 5, y + 12, radius * 1.22, radius * 1.18, shadow, "#1E2A1C"))
        pic.add(pic.use(heads[i % len(heads)], x, y, radius * scale / 100,
                        pic.rng.uniform(-40, 40)))


def dome(pic, cx, cy, rx, ry, rings, radius):
    """Spots that fill a dome from the rim inwards: rings is a list of (share, count)."""
    spots = []
    for share, count in rings:
        start = pic.rng.uniform(0, 360)
        for i in range(count):
            angle = math.radians(start + 360 * i / count)
            spots.append((cx + rx * share * math.cos(angle) + pic.rng.uniform(-5, 5),
                          cy + ry * share * math.sin(angle) - (1 - share) * 24,
                          radius * (1.06 - 0.12 * share)))
    return spots


def peony(pic):
    props.room(pic, "#F3E6DF", "#E7D8C9")
    props.paper_back(pic, "#F4EEE3", "#F6D9DC")
    green = [props.leaf(pic, "#2F6B4A", 20), props.sprig(pic, "#7FA08A")]
    props.fan(pic, green, 360, 380, 240, 230, 13, 1.5)
    heads = [flowers.peony(pic, "#D9628C", "#FBC4D2", "#C73F72"),
             flowers.peony(pic, "#E58AA6", "#FFE0E4", "#DB6A91"),
             flowers.peony(pic, "#EFC0BF", "#FFF4EC", "#EAA9AC")]
    cluster(pic, heads, [(250, 250, 96), (462, 246, 98), (356, 220, 84), (186, 368, 92),
                         (534, 372, 92), (300, 470, 98), (440, 474, 96), (364, 362, 122)])
    props.paper_front(pic, "#F4EEE3", "#F6D9DC", "#B5476F")


def tulip(pic):
    props.room(pic, "#E9EFE3", "#E6DCC8")
    pic.add(pic.soft_shadow(390, 812, 260, 36, 0.5))
    props.handle(pic, "#C79A5E")
    blade = props.leaf(pic, "#4B8A58", 15, 0.8, 0.6)
    props.fan(pic, [blade], 360, 600, 190, 110, 13, 3.0, -46, 46, 0.8)
    heads = [flowers.tulip(pic, "#E2557B", "#F79BB0"), flowers.tulip(pic, "#F2B632", "#FFE08A"),
             flowers.tulip(pic, "#F1EBDD", "#FFFFFF"), flowers.tulip(pic, "#EE7A4A", "#FFB48A"),
             flowers.tulip(pic, "#9A5AA8", "#CDA0DA")]
    spots = [(290, 190, 0), (382, 160, 3), (468, 208, 1), (212, 264, 1), (548, 282, 4),
             (336, 266, 2), (426, 270, 0), (160, 376, 3), (262, 350, 4), (504, 356, 2),
             (592, 396, 0), (346, 376, 1), (430, 392, 3), (210, 460, 0), (290, 470, 2),
             (546, 470, 1), (372, 490, 4), (462, 492, 0)]
    for x, y, kind in spots:
        foot = 360 + (x - 360) * 0.5
        pic.add(pic.line([(foot, 640), (foot + (x - foot) * .6, 560), (x, y + 44)], "#5E9A55", 9))
        pic.add(pic.use(heads[kind], x, y, 0.82, (x - 360) * 0.09))
    front = [(-64, 1.55), (-38, 1.5), (-12, 1.2), (18, 1.25), (40, 1.5), (66, 1.6)]
    for turn, size in front:
        pic.add(pic.use(blade, 360 + turn * 2.4, 622, size, turn))
    props.basket(pic, "#C79A5E")
    pic.add(props.bow(pic, 360, 612, "#1D6848", 0.85))


def ranunculus(pic):
    props.room(pic, "#F2EADB", "#DCE3D2")
    props.paper_back(pic, "#D9B98C", "#FBF7EE")
    green = [props.sprig(pic, "#86A58C"), props.leaf(pic, "#55814F", 17)]
    props.fan(pic, green, 360, 390, 200, 190, 13, 1.5)
    heads = [flowers.ranunculus(pic, "#EE8B4E", "#FFC893"), flowers.ranunculus(pic, "#F3B9A0",
        "#FFEBDD"),
             flowers.ranunculus(pic, "#F0B429", "#FFE79A"), flowers.ranunculus(pic, "#E9DCC0",
                 "#FFFDF4")]
    spots = [(230, 300, 66), (318, 238, 62), (424, 236, 64), (500, 306, 66), (196, 396, 62),
             (528, 404, 62), (270, 470, 66), (452, 474, 66), (362, 512, 64), (300, 348, 72),
             (424, 344, 72), (364, 424, 80)]
    cluster(pic, heads, spots)
    props.paper_front(pic, "#D9B98C", "#FBF7EE", "#E0763C")


def rosebox(pic):
    props.room(pic, "#E9DDD3", "#D8C3B2", horizon=640)
    pic.add(pic.soft_shadow(396, 776, 330, 62, 0.6))
    body = pic.linear([(0, "#123C2B"), (0.3, "#2E7D5A"), (0.6, "#1D6848"), (1, "#0C2A1E")],
                      84, 0, 636, 0)
    pic.add(pic.path("M84 440L98 730Q360 862 622 730L636 440Z", body))
    pic.add(pic.path("M88 520Q360 664 632 520L629 578Q360 722 91 578Z", "#E9D6A6"))
    pic.add(pic.path("M88 520Q360 664 632 520L631.500 528Q360 672 88.500 528Z", "#FFF6DC"))
    pic.add('<ellipse cx="360" cy="430" rx="284" ry="214" fill="#0C2A1E"/>'
            '<ellipse cx="360" cy="424" rx="284" ry="214" fill="#2E7D5A"/>'
            '<ellipse cx="360" cy="424" rx="272" ry="204" fill="#3A0A10"/>')
    heads = [flowers.rose(pic, "#A3142A", "#D8384A"), flowers.rose(pic, "#B81C34", "#EA5A62"),
             flowers.rose(pic, "#8E0F26", "#C92B40")]
    spots = []
    for share, count in ((0.93, 18), (0.68, 14), (0.43, 10), (0.2, 6)):
        for i in range(count):
            angle = 2 * math.pi * (i + share) / count
            spots.append((360 + 262 * share * math.cos(angle),
                          414 + 196 * share * math.sin(angle) - 46 * (1 - share ** 2), 52))
    spots += [(336, 362, 52), (386, 372, 52)]
    spots.sort(key=lambda s: s[1])
    cluster(pic, heads, spots)
    pic.add(props.bow(pic, 360, 642, "#E9D6A6", 1.25))


def hydrangea(pic):
    props.room(pic, "#E5EAF0", "#DAD7D4")
    props.paper_back(pic, "#EAF0F4", "#C9D6EA")
    big = props.leaf(pic, "#2E6E4C", 33, 0.8, 0.62)
    for x, y, turn, size in ((214, 400, -84, 1.6), (506, 400, 84, 1.6), (236, 290, -52, 1.6),
                             (484, 290, 52, 1.6), (300, 220, -20, 1.3), (424, 224, 24, 1.3)):
        pic.add(pic.use(big, x, y, size, turn))
    tones = []
    for base, rim in (("#7A97DE", "#C9DCFF"), ("#6A7FCB", "#A9BDF4"), ("#8B86D6", "#CFC8FA"),
                      ("#4F62AE", "#8299DC")):
        tones.append([flowers.floret(pic, base, rim, "#F3F0D0") for _ in range(2)])
    pic.add('<circle cx="360" cy="360" r="176" fill="#3E4F8F"/>')
    spots = []
    for i in range(150):
        share, angle = math.sqrt((i + 0.5) / 150), i * 2.39996
        spots.append((share, 360 + 196 * share * math.cos(angle), 358
                      + 188 * share * math.sin(angle)))
    # Nearly from the rim inwards: strictly so, they would lie like scales.
    spots.sort(key=lambda spot: spot[0] + pic.rng.uniform(-0.3, 0.3), reverse=True)
    for share, x, y in spots:
        shade = share * (0.5 + 0.5 * math.sin(math.atan2(y - 358, x - 360) - 0.6))
        kind = 3 if shade > 0.72 else 1 if shade > 0.45 else pic.rng.choice((0, 0, 2))
        pic.add(pic.use(pic.rng.choice(tones[kind]), x, y, 0.43 - 0.12 * share,
                        pic.rng.uniform(0, 90)))
    props.paper_front(pic, "#EAF0F4", "#C9D6EA", "#5566B4")


def carnation(pic):
    props.room(pic, "#F5E3DC", "#E9DCCB")
    pic.add(pic.soft_shadow(390, 812, 260, 36, 0.5))
    props.handle(pic, "#B9854E", top=150)
    green = [props.leaf(pic, "#6F9A84", 9, 0.7, 0.5), props.sprig(pic, "#6F9A6A")]
    props.fan(pic, green, 360, 450, 210, 180, 17, 1.75, -100, 100, 0.5)
    heads = [flowers.carnation(pic, "#C7202F", "#E8424A"), flowers.carnation(pic, "#E3527A",
        "#F991A8"),
             flowers.carnation(pic, "#F2A7B5", "#FFDCE2")]
    spots = [(270, 268, 84), (374, 232, 84), (472, 284, 84), (188, 366, 84), (548, 384, 84),
             (310, 358, 90), (430, 366, 90), (226, 476, 86), (500, 486, 86), (362, 474, 96)]
    for i in range(12):
        pic.add(pic.use(green[i % 2], 190 + i * 31, 610, 0.95, -66 + 12 * i))
    cluster(pic, heads, spots)
    props.basket(pic, "#B9854E")
    props.tag(pic, 440, 628, 9)
    pic.add(props.bow(pic, 268, 606, "#B3261E", 0.72))


def sunflower(pic):
    props.room(pic, "#E6ECE6", "#E2D3BA")
    props.paper_back(pic, "#C9A06C", "#F3E7CB")
    green = [props.leaf(pic, "#3F7A3E", 34, 0.7, 0.7), props.sprig(pic, "#7E9C72")]
    props.fan(pic, green, 360, 390, 240, 230, 13, 1.6)
    heads = [flowers.sunflower(pic), flowers.sunflower(pic)]
    cluster(pic, heads, [(360, 200, 104), (206, 296, 112), (520, 300, 112), (282, 424, 106),
                         (448, 426, 106), (366, 344, 132)], 1, 0.4)
    props.paper_front(pic, "#C9A06C", "#F3E7CB", "#1D6848")


def lily(pic):
    props.room(pic, "#CBD8CC", "#DCD6C6")
    props.paper_back(pic, "#7F9E8B", "#F1F3EA")
    green = [props.leaf(pic, "#356B46", 14, 0.8, 0.6), props.sprig(pic, "#5F8A70")]
    props.fan(pic, green, 360, 390, 230, 230, 15, 1.8)
    for x, y, turn in ((196, 210, -30), (540, 226, 34), (420, 128, 10)):
        bud = [(0, 10), (-24, -30), (-20, -90), (0, -122), (20, -90), (24, -30)]
        fill = pic.linear([(0, "#A9BC72"), (0.5, "#EDF0D6"), (1, "#FBFBEF")], 0, 10, 0, -122)
        pic.add(f'<g transform="translate({x} {y + 60}) rotate({turn})">' + pic.path(smooth(bud),
            fill)
                + pic.line([(2, 4), (-6, -60), (0, -116)], "#9DAE6A", 2) + "</g>")
    heads = [flowers.lily(pic, "#F1F0E6", "#FFFFFF"), flowers.lily(pic, "#F3DCE0", "#FFF6F6")]
    cluster(pic, heads, [(300, 212, 126), (480, 272, 124), (216, 348, 120), (458, 424, 110),
                         (292, 436, 108), (364, 336, 144)], 1, 0.3)
    props.paper_front(pic, "#7F9E8B", "#F1F3EA", "#F4EFE0")


def freesia(pic):
    props.room(pic, "#ECE7F0", "#E6DDCF")
    props.paper_back(pic, "#F7F3EA", "#DCCFE8")
    blade = props.leaf(pic, "#5C9455", 7, 0.7, 0.5)
    props.fan(pic, [blade], 360, 600, 120, 150, 17, 3.8, -44, 44, 0.4)
    kinds = [("#F2B71F", "#FFE169", "#E89A10"), ("#8E6BC0", "#C7AAEC", "#F6E7A0"),
             ("#F4EBD2", "#FFFFFF", "#F5CF58")]
    heads = [flowers.freesia(pic, *k) for k in kinds]
    tips = [(206, 170, 1, -1), (330, 110, 0, -1), (470, 130, 2, 1), (572, 216, 0, 1),
            (136, 288, 0, -1), (600, 342, 1, 1), (250, 244, 2, -1), (440, 250, 1, 1),
            (200, 404, 2, -1), (340, 272, 0, -1), (530, 414, 0, 1), (420, 380, 2, 1),
            (300, 414, 1, -1)]
    for x, y, kind, side in tips:
        foot = (360 + (x - 360) * .2, 640)
        bend = (x - side * 46, y + 66)
        pic.add(pic.line([foot, ((foot[0] + bend[0]) / 2 - side * 18, (foot[1] + bend[1]) / 2),
                          bend,
                          (x + side * 8, y + 14), (x + side * 64, y + 10)], "#6C9A4E", 5))
        for i in range(4):
            bud_x, bud_y, size = x + side * (66 - i * 14), y + 6 - i * 3, 9 + i * 3.6
            tone = mix(kinds[kind][0], "#A9BC5A", 0.65 - 0.2 * i)
            pic.add(f'<ellipse cx="{bud_x}" cy="{bud_y - size}" rx="{size * .5:.1f}"'
                    f' ry="{size * 1.3:.1f}" fill="{tone}" stroke="{darker(tone, .2)}"'
                    f' transform="rotate({side * (44 - i * 6)} {bud_x} {bud_y})"/>')
        for i, (dx, dy, size) in enumerate(((4, -10, .5), (-26, 8, .66), (-50, 44, .78))):
            pic.add(pic.use(heads[kind], x + side * dx, y + dy - 24, size, side * (26 - i * 24)))
    props.paper_front(pic, "#F7F3EA", "#DCCFE8", "#7A5AAE")


def orchid(pic):
    props.room(pic, "#E4EBE4", "#DCD2C2")
    green = props.leaf(pic, "#2C6B47", 26, 0.45, 0.6)
    props.pot(pic, "#F1EDE4", 360, 668, 828, 124, 92)
    for turn, size in ((-78, 2.1), (76, 2.1), (-52, 1.7), (54, 1.6), (-100, 1.5), (98, 1.5)):
        pic.add(pic.use(green, 360 + turn * .3, 664, size, turn))
    head = flowers.orchid(pic, "#E9A3C8", "#FFEAF4", "#B8236F")
    pale = flowers.orchid(pic, "#EFE3EA", "#FFFFFF", "#C2407F")
    arcs = [(head, [(344, 664), (236, 20), (92, 380)], 0.92),
            (head, [(378, 664), (500, 130), (640, 470)], 0.88),
            (pale, [(360, 664), (346, -150), (600, 200)], 0.96)]
    for symbol, (start, bend, end), size in arcs:
        def at(t):
            return tuple((1 - t) ** 2 * s + 2 * t * (1 - t) * b + t * t * e
                         for s, b, e in zip(start, bend, end))
        stem = [at(i / 10) for i in range(11)]
        pic.add(pic.line(stem, "#5C7F45", 9), pic.line(stem, "#86A862", 3.5))
        for i, t in enumerate((1.0, 0.96)):
            x, y = at(t)
            pic.add(f'<ellipse cx="{x:.0f}" cy="{y + 8:.0f}" rx="{11 + 3 * i}" ry="{15 + 4 * i}"'
                    ' fill="#D69ABB"/>')
        for n in range(7):
            x, y = at(0.9 - 0.1 * n)
            side = 24 if n % 2 else -20
            radius = (0.54 + 0.045 * n) * size
            pic.add(pic.soft_shadow(x + side + 4, y + 28, 84 * radius, 80 * radius, 0.22,
                                    "#1E2A1C"))
            pic.add(pic.use(symbol, x + side, y + 18, radius, pic.rng.uniform(-12, 12)))
    pic.add(props.bow(pic, 360, 726, "#B8236F", 1.0))


def gypsophila(pic):
    props.room(pic, "#C9D3DC", "#D9D2CC")
    props.paper_back(pic, "#B9A7C9", "#EFE8F3")
    head = [flowers.baby_breath(pic) for _ in range(3)]
    mist = pic.radial([(0, "#6F8A70", .75), (0.7, "#7F9A80", .45), (1, "#8FA890", 0)], 360, 340,
                      290)
    pic.add(f'<circle cx="360" cy="340" r="290" fill="{mist}"/>')
    blooms = []
    for i in range(64):
        angle = math.radians(-106 + 212 * (i * 0.618034 % 1))
        reach = 120 + 176 * math.sqrt(i / 64)
        hub = (360 + reach * 0.95 * math.sin(angle), 372 - reach * 0.86 * math.cos(angle))
        pic.add(pic.line([(360 + 14 * math.sin(angle), 640), (360 + (hub[0] - 360) * .45,
                          560 + (hub[1] - 560) * .5), hub], "#7D9A72", 2))
        for _ in range(8):
            x, y = hub[0] + pic.rng.uniform(-52, 52), hub[1] + pic.rng.uniform(-46, 40)
            pic.add(pic.line([hub, ((hub[0] + x) / 2 + 4, (hub[1] + y) / 2), (x, y)], "#7D9A72",
                             1.2))
            blooms.append((x, y))
    for _ in range(330):
        angle, reach = pic.rng.uniform(0, 6.283), math.sqrt(pic.rng.random())
        blooms.append((360 + 200 * reach * math.cos(angle), 412 + 176 * reach * math.sin(angle)))
    for x, y in blooms[::3]:
        pic.add(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="20" fill="#F4F6EE" opacity=".16"/>')
    for i, (x, y) in enumerate(blooms):
        pic.add(pic.use(head[i % 3], x, y, pic.rng.uniform(0.09, 0.19), pic.rng.uniform(0, 360)))
    props.paper_front(pic, "#B9A7C9", "#EFE8F3", "#F6F1EA")


def monstera_blade(pic, colour):
    """A heart-shaped leaf, deeply cut between its side veins; its stalk joins at (0,0)."""
    heart = [(0, 6), (-34, 24), (-70, 12), (-88, -22), (-80, -64), (-54, -104), (-22, -134), (0,
        -150)]

    def edge(share):
        place = share * (len(heart) - 1)
        i = min(len(heart) - 2, int(place))
        (ax, ay), (bx, by) = heart[i], heart[i + 1]
        return ax + (bx - ax) * (place - i), ay + (by - ay) * (place - i)

    half, ribs = [(0, 2), edge(0.1), edge(0.2), edge(0.29)], [edge(0.22)]
    for low, high in ((0.31, 0.42), (0.46, 0.57), (0.61, 0.71), (0.75, 0.83)):
        (x, y), middle = edge(low - 0.01), edge((low + high) / 2)
        half += [(x * .72, y * .96 + 1), (x * .34, y * .8 + 6), (x * .74, y * .96 - 5),
                 edge(low + 0.015), middle, edge(high)]
        ribs.append(middle)
    half += [edge(0.92)]
    data = smooth(half + [(0, -150)] + [(-x, y) for x, y in half[:0:-1]])
    fill = pic.linear([(0, darker(colour, .25)), (.6, colour), (1, lighter(colour, .22))],
                      50, 20, -50, -140)
    out = pic.path(data, "#14241A", 'opacity=".25" transform="translate(3 7) scale(1.02)"')
    out += pic.path(data, fill) + pic.line([(0, 4), (1, -70), (0, -146)], lighter(colour, .45), 3)
    for i, (x, y) in enumerate(ribs):
        for side in (-1, 1):
            root = -4 - 26 * i
            out += pic.line([(0, root), (side * x * -.5, (root + y) / 2 - 3), (side * x * -.9, y)],
                            lighter(colour, .35), 1.5, ' opacity=".8"')
    return out


def plant(pic):
    props.room(pic, "#EFE7D6", "#D9C9B0")
    props.pot(pic, "#C8795A", 360, 620, 826, 140, 100)
    tops = [(198, 310, -48, 1.15), (530, 300, 46, 1.15), (294, 236, -16, 1.22), (438, 242, 20,
        1.18),
            (172, 462, -74, 1.0), (552, 462, 72, 1.0), (256, 418, -34, 1.22), (470, 420, 36, 1.22),
            (364, 372, 2, 1.42)]
    blades = []
    for colour in ("#2C6E49", "#1F5C3D", "#3F8458"):
        out = monstera_blade(pic, colour)
        blades.append(pic.symbol(out))
    for x, y, turn, _ in tops:
        pic.add(pic.line([(360 + turn * .5, 622), (360 + (x - 360) * .35, 520), (x, y)],
                         "#3E6B3F", 8))
    for i, (x, y, turn, size) in enumerate(tops):
        pic.add(pic.use(blades[i % 3], x, y, size, turn))
    for side in (-1, 1):
        tail = [(360 + side * 8, 690), (360 + side * 30, 760), (360 + side * 52, 850),
                (360 + side * 84, 846), (360 + side * 66, 756), (360 + side * 30, 684)]
        pic.add(pic.path(smooth(tail), darker("#B3261E", .1)))
    pic.add(props.bow(pic, 360, 690, "#B3261E", 1.15))


PICTURES = {
    "peony": (peony, "Armful of peonies"), "tulip": (tulip, "Spring tulip basket"),
    "ranunculus": (ranunculus, "Mini ranunculus bunch"), "rosebox": (rosebox, "Box of 50 roses"),
    "hydrangea": (hydrangea, "Single hydrangea, wrapped"),
    "carnation": (carnation, "Carnation basket with card"),
    "sunflower": (sunflower, "Sunflower bouquet"), "lily": (lily, "Lily bouquet"),
    "freesia": (freesia, "Freesia bunch"), "orchid": (orchid, "Congratulation orchid, large"),
    "gypsophila": (gypsophila, "Baby's breath bunch"), "plant": (plant, "Opening-day plant"),
}


def main():
    folder = pathlib.Path(__file__).resolve().parent / "pictures"
    folder.mkdir(exist_ok=True)
    for name, (draw, title) in PICTURES.items():
        pic = Picture(name, title)
        draw(pic)
        (folder / f"{name}.svg").write_text(pic.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
