# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing helpers for draw_pictures.py: a tiny SVG writer, colours, smooth outlines."""

import math
import random

WIDTH, HEIGHT = 720, 900


def number(value):
    """Short decimal text, so that the files stay small and stable."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def mix(first, second, share):
    """The colour `share` of the way from first to second, both as #RRGGBB."""
    pairs = [(int(first[i:i + 2], 16), int(second[i:i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def lighter(colour, share):
    return mix(colour, "#FFFFFF", share)


def darker(colour, share):
    return mix(colour, "#1A1420", share)


def smooth(points, closed=True):
    """A Catmull-Rom curve through the points, as SVG cubic path data."""
    count = len(points)
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for i in range(count if closed else count - 1):
        def at(j):
            return points[j % count] if closed else points[max(0, min(count - 1, j))]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        controls = (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6)
        parts.append("C" + " ".join(number(v) for v in (*controls, cx, cy)))
    return "".join(parts) + ("Z" if closed else "")


def petal_outline(rng, width, shoulder=0.7, tip=0.35, ruffle=0.0, notch=0.0, steps=9):
    """A petal of length 100 from (0,0) to (0,-100); ruffle and notch shape its outer edge."""
    peak = shoulder / (shoulder + tip)
    top = (peak ** shoulder) * ((1 - peak) ** tip)
    left, right = [], []
    for i in range(1, steps):
        t = 0.5 - 0.5 * math.cos(math.pi * i / steps)
        half = width * (t ** shoulder) * ((1 - t) ** tip) / top
        for side, points in ((-1, left), (1, right)):
            shake = ruffle * t * t
            points.append((side * half + rng.uniform(-shake, shake),
                           -100 * t + rng.uniform(-shake, shake)))
    end = [(rng.uniform(-ruffle, ruffle), -100 + notch)]
    return smooth([(0, 0)] + left + end + right[::-1])


class Picture:
    """One SVG picture: definitions, then everything painted, in order."""

    def __init__(self, name, title):
        self.rng = random.Random(name)
        self.title = title
        self.defs = []
        self.body = []
        self.count = 0

    def new_id(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def linear(self, stops, x1=0, y1=0, x2=0, y2=-100, user=True):
        return self._gradient("linearGradient", f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"',
                              stops, user)

    def radial(self, stops, cx=0, cy=0, r=100, user=True):
        return self._gradient("radialGradient", f'cx="{cx}" cy="{cy}" r="{r}"', stops, user)

    def _gradient(self, kind, place, stops, user):
        name = self.new_id("g")
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        inner = "".join(
            f'<stop offset="{s[0]}" stop-color="{s[1]}"'
            + (f' stop-opacity="{s[2]}"' if len(s) > 2 else "") + "/>" for s in stops)
        self.defs.append(f'<{kind} id="{name}" {place}{units}>{inner}</{kind}>')
        return f"url(#{name})"

    def symbol(self, content):
        name = self.new_id("s")
        self.defs.append(f'<g id="{name}">{content}</g>')
        return name

    def use(self, name, x=0, y=0, scale=1.0, turn=0.0, squash=1.0, extra=""):
        """Markup that paints a symbol; squash narrows it across its own axis."""
        steps = []
        if x or y:
            steps.append(f"translate({number(x)} {number(y)})")
        if turn:
            steps.append(f"rotate({number(turn)})")
        if scale != 1 or squash != 1:
            steps.append(f"scale({scale * squash:.3f} {scale:.3f})")
        move = f' transform="{" ".join(steps)}"' if steps else ""
        return f'<use href="#{name}"{move}{extra}/>'

    def add(self, *markup):
        self.body.extend(markup)

    def path(self, data, fill="none", extra=""):
        return f'<path d="{data}" fill="{fill}"{" " + extra if extra else ""}/>'

    def line(self, points, colour, width, extra=""):
        return (f'<path d="{smooth(points, closed=False)}" fill="none" stroke="{colour}"'
                f' stroke-width="{number(width)}" stroke-linecap="round"{extra}/>')

    def soft_shadow(self, x, y, rx, ry, strength=0.3, colour="#2A2418"):
        fill = self.radial([(0, colour, strength), (0.55, colour, strength * 0.55),
                            (1, colour, 0)], 0.5, 0.5, 0.5, user=False)
        return (f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}"'
                f' ry="{number(ry)}" fill="{fill}"/>')

    def text(self):
        return (
            "<!-- SPDX-FileCopyrightText: 2026 The Petalpost authors -->\n"
            "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' width="{WIDTH}" height="{HEIGHT}">\n<title>{self.title}</title>\n<defs>\n'
            + "\n".join(self.defs) + "\n</defs>\n" + "\n".join(self.body) + "\n</svg>\n")
