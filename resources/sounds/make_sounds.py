#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the four sounds of the desk. The same run gives the same bytes.

usage: make_sounds.py [DIRECTORY]      default: the directory of this script
"""
import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22050
PEAK = 0.62  # of full scale: loud enough for a workshop, no clipping in cheap speakers

# A struck bar: the partials fade faster the higher they are, so nothing is shrill.
BAR = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.8), (3.01, 0.10, 3.0))
# A low horn: even and round, with enough overtones for small speakers.
HORN = ((1.0, 1.0, 0.4), (2.0, 0.55, 0.5), (3.0, 0.22, 0.7))


def note(samples, start_s, length_s, from_hz, to_hz, partials, decay):
    """Adds one tone, gliding from one pitch to another, with soft edges."""
    phase = 0.0
    count = int(length_s * RATE)
    first = int(start_s * RATE)
    samples.extend([0.0] * max(0, first + count - len(samples)))
    for i in range(count):
        t = i / RATE
        phase += 2 * math.pi * (from_hz + (to_hz - from_hz) * i / count) / RATE
        edge = min(1.0, t / 0.008, (length_s - t) / 0.04)
        samples[first + i] += edge * sum(
            level * math.exp(-decay * fade * t) * math.sin(phase * ratio)
            for ratio, level, fade in partials)


def new_order():
    samples = []
    note(samples, 0.00, 0.55, 587.33, 587.33, BAR, 4.5)   # D5, then a fourth up: a question
    note(samples, 0.22, 0.75, 783.99, 783.99, BAR, 4.0)   # G5
    return samples


def cancelled():
    samples = []
    note(samples, 0.00, 0.28, 523.25, 440.00, BAR, 2.0)   # falls twice
    note(samples, 0.26, 0.60, 440.00, 293.66, BAR, 2.5)
    return samples


def late():
    samples = []
    note(samples, 0.00, 0.70, 220.00, 220.00, HORN, 3.0)  # A3, once
    return samples


def offline():
    samples = []
    for start in (0.0, 0.42):                             # two long, lower still
        note(samples, start, 0.38, 164.81, 155.56, HORN, 1.5)
    return samples


def write(path, samples):
    top = max(abs(s) for s in samples)
    data = b"".join(struct.pack("<h", round(s / top * PEAK * 32767)) for s in samples)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(data)


def main():
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    for name, make in (("new-order", new_order), ("cancelled", cancelled),
                       ("late", late), ("offline", offline)):
        write(target / f"{name}.wav", make())


if __name__ == "__main__":
    main()
