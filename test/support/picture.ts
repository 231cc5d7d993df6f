import {inflateSync} from 'node:zlib';

import type {Rect} from './inspect-element.js';

/** A picture as red, green, blue for each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Reads a PNG as browsers write screenshots: 8 bits, with or without alpha, not interlaced. Throws on others. */
export function readPng(png: Buffer): Picture {
  const [width, height, depth, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || (type !== 2 && type !== 6) || png[28] !== 0) {
    throw new Error(`A PNG of depth ${depth}, colour type ${type}: only 8 bits with colour type 2 or 6 are read.`);
  }
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const isData = png.toString('latin1', at + 4, at + 8) === 'IDAT';
    if (isData) parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(parts));
  const size = type === 6 ? 4 : 3;
  const row = width * size;
  const lines = new Uint8Array(row * height);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < size ? 0 : (lines[at - size] ?? 0);
      const up = y === 0 ? 0 : (lines[at - row] ?? 0);
      const corner = x < size || y === 0 ? 0 : (lines[at - row - size] ?? 0);
      const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      lines[at] = (data[y * (row + 1) + 1 + x] ?? 0) + added;
      const channel = x % size;
      if (channel < 3) pixels[(y * width + (x - channel) / size) * 3 + channel] = lines[at] ?? 0;
    }
  }
  return {width, height, pixels};
}

/** Counts the pixels that differ between two pictures of the same size, in a box and `margin` pixels around it. */
export function countChanged(one: Picture, other: Picture, box: Rect, margin: number): number {
  const [left, top] = [Math.max(0, Math.floor(box.x - margin)), Math.max(0, Math.floor(box.y - margin))];
  const right = Math.min(one.width, Math.ceil(box.x + box.width + margin));
  const bottom = Math.min(one.height, Math.ceil(box.y + box.height + margin));
  let changed = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * one.width + x) * 3;
      if ([0, 1, 2].some((channel) => one.pixels[at + channel] !== other.pixels[at + channel])) changed++;
    }
  }
  return changed;
}
