// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the frame of a virtual screen (XWD, 32 bits a pixel) into a PNG.
"use strict";

const fs = require("node:fs");
const zlib = require("node:zlib");

/** Width, height and a function from a position to red, green and blue. */
function readFrame(file) {
    const data = fs.readFileSync(file);
    const field = (index) => data.readUInt32BE(index * 4);
    const [headerSize, width, height, bitsPerPixel, bytesPerLine, colours] =
        [field(0), field(4), field(5), field(11), field(12), field(19)];
    const littleEndian = field(7) === 0;
    if (bitsPerPixel !== 32) {
        throw new Error(`a screen of ${bitsPerPixel} bits a pixel`);
    }
    const start = headerSize + colours * 12;
    const pixel = (x, y) => {
        const at = start + y * bytesPerLine + x * 4;
        return littleEndian ? [data[at + 2], data[at + 1], data[at]] : [data[at + 1], data[at + 2], data[at + 3]];
    };
    return { width, height, pixel };
}

function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; ++bit) {
            crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
        }
    }
    return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type, body) {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const tail = Buffer.alloc(4);
    const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
    tail.writeUInt32BE(crc32(named));
    return Buffer.concat([head, named, tail]);
}

/** Saves what the screen shows; answers how many different colours it has. */
function savePicture(frameFile, pngFile) {
    const { width, height, pixel } = readFrame(frameFile);
    const rows = Buffer.alloc(height * (1 + width * 3));
    const colours = new Set();
    let at = 0;
    for (let y = 0; y < height; ++y) {
        rows[at++] = 0;
        for (let x = 0; x < width; ++x) {
            const [red, green, blue] = pixel(x, y);
            rows[at++] = red;
            rows[at++] = green;
            rows[at++] = blue;
            colours.add((red << 16) | (green << 8) | blue);
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    fs.writeFileSync(pngFile, Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header),
        chunk("IDAT", zlib.deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]));
    return colours.size;
}

module.exports = { savePicture };
