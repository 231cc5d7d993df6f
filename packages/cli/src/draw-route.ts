import {END} from '@baken/model/rules/meldroute';

import type {DescribedMeldroute, DescribedQuestion} from './describe-route.js';
import {type GraphBox, layoutGraph, type Point} from './layout-graph.js';

const line = 14;
const padding = 8;
const margin = 28;
/** About as wide as a letter is on average, in a sans serif of 12 units. */
const letter = 6;
/** The routes stand under the picture, in columns of about this width. */
const columnWidth = 390;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? sign);

/** Breaks a sentence into lines of at most so many letters; a longer word stays whole. */
function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const wrapAll = (texts: readonly string[], width: number): readonly string[] =>
  texts.flatMap((text) => wrap(text, Math.floor(width / letter)));

function drawLines(lines: readonly string[], x: number, y: number, attributes = ''): string {
  const spans = lines.map((text, index) => {
    const bottom = y + (index + 1) * line - 3;
    return `<tspan x="${x}" y="${bottom}">${escapeXml(text)}</tspan>`;
  });
  return `<text${attributes}>${spans.join('')}</text>`;
}

/** What stands in a box: a question with its answers, when all lead the same way. */
interface Content extends GraphBox {
  readonly title: readonly string[];
  readonly rows: readonly string[];
  /** Answers at the lines to each target, when they lead different ways. */
  readonly labels: readonly (readonly string[])[];
}

const join = (answers: readonly string[]): string => answers.join(' · ');

function makeBox({id, number, kind, title, ways}: DescribedQuestion): Content {
  const [only, ...others] = ways;
  const inside = only && others.length === 0 ? only.answers : [];
  // A box with a lot to say becomes wider, because height is what the picture has least of.
  const width = Math.max(290, ways.length * 142, Math.min(440, join(inside).length * 1.2));
  const inner = width - 2 * padding;
  const titleLines = wrap(`${number}. ${title}`, Math.floor(inner / (letter * 1.06)));
  // Each purpose of consent has a line of its own.
  const rows = wrapAll(kind === 'consent' || inside.length === 0 ? inside : [join(inside)], inner);
  return {
    id,
    width,
    height: (titleLines.length + rows.length) * line + 2 * padding,
    targets: ways.map(({to}) => to),
    title: titleLines,
    rows,
    labels: others.length > 0 ? ways.map(({answers}) => wrapAll([join(answers)], 136)) : [],
  };
}

/** A line that bends smoothly from point to point, straight down at each of them. */
const drawPath = ([start, ...rest]: readonly Point[]): string => {
  let last = start ?? {x: 0, y: 0};
  const parts = rest.map((point) => {
    const middle = (last.y + point.y) / 2;
    const part = `C${last.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    last = point;
    return part;
  });
  return `<path d="M${start?.x ?? 0} ${start?.y ?? 0}${parts.join('')}" marker-end="url(#arrow)"/>`;
};

/**
 * Draws a meldroute as an SVG that needs nothing else: questions as boxes with their answers at the lines, and under
 * them the routes. The default meldroute fits an upright A3 with letters of about 6 points.
 */
export function drawRoute({title, version, questions, routes, say}: DescribedMeldroute): string {
  const end: Content = {
    id: END,
    width: 290,
    height: line + 2 * padding,
    targets: [],
    title: [say('route-end')],
    rows: [],
    labels: [],
  };
  const contents = new Map([...questions.map(makeBox), end].map((box) => [box.id, box]));
  const labelHeight = ({labels}: Content): number => Math.max(0, ...labels.map(({length}) => length)) * line;
  const layout = layoutGraph([...contents.values()], 26, ({id}) => {
    const box = contents.get(id);
    return 20 + (box ? labelHeight(box) : 0);
  });

  const top = 84;
  const width = Math.ceil(layout.width + 2 * margin);
  const columns = Math.max(1, Math.floor(layout.width / columnWidth));
  const wide = layout.width / columns;
  const items = routes.map(({number, title: name, lines}) => ({
    head: wrapAll([`${number}. ${name}`], wide / 1.06 - 20),
    rest: wrapAll([lines.join(' ')], wide - 38),
  }));
  const heights = items.map(({head, rest}) => (head.length + rest.length) * line + 8);
  const highest = heights.reduce((sum, height) => sum + height, 0) / columns + Math.max(0, ...heights) / 2;
  const listTop = top + layout.height + 58;
  let [column, below, lowest] = [0, 0, 0];
  const listed = items.map(({head, rest}, index) => {
    const height = heights[index] ?? 0;
    if (below + height > highest && column < columns - 1) [column, below] = [column + 1, 0];
    const [x, y] = [margin + column * wide, listTop + below];
    below += height;
    lowest = Math.max(lowest, below);
    return drawLines(head, x, y, ' font-weight="700"') + drawLines(rest, x + 18, y + head.length * line);
  });
  const height = Math.ceil(listTop + lowest + margin);

  const boxes = layout.boxes.map(({id, x, y, width: boxWidth, height: boxHeight}) => {
    const box = contents.get(id);
    const left = Math.round(x - boxWidth / 2);
    const titleLines = box?.title ?? [];
    return [
      `<rect x="${left}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/>`,
      drawLines(titleLines, left + padding, y + padding, ' font-weight="700"'),
      drawLines(box?.rows ?? [], left + padding, y + padding + titleLines.length * line),
    ].join('');
  });
  const labels = layout.edges.map(({from, to, points: [port]}) => {
    const box = contents.get(from);
    const lines = box?.labels[box.targets.indexOf(to)] ?? [];
    const {x, y} = port ?? {x: 0, y: 0};
    const labelWidth = Math.max(0, ...lines.map(({length}) => length)) * letter;
    return lines.length === 0
      ? ''
      : `<rect x="${x - labelWidth / 2 - 2}" y="${y + 4}" width="${labelWidth + 4}" height="${lines.length * line}" ` +
          `stroke="none"/>${drawLines(lines, x, y + 4, ' text-anchor="middle" font-style="italic"')}`;
  });

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
 role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="12" fill="#1a1a1a">
<title id="title">${escapeXml(`${title}. ${version}`)}</title>
<desc id="desc">${escapeXml(say('route-desc'))}</desc>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
<path d="M0 0L8 4L0 8Z"/></marker></defs>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${margin}" y="46" font-size="26" font-weight="700">${escapeXml(title)}</text>
<text x="${margin}" y="68">${escapeXml(`${version} ${say('route-legend')}`)}</text>
<g transform="translate(${margin} ${top})" stroke-width="1.2">
<g fill="none" stroke="#5a6570">${layout.edges.map(({points}) => drawPath(points)).join('\n')}</g>
${boxes.map((box) => box.replace('<rect ', '<rect fill="#f3f6f9" stroke="#1a1a1a" ')).join('\n')}
${labels.map((label) => label.replace('<rect ', '<rect fill="#fff" fill-opacity="0.9" ')).join('\n')}
</g>
<text x="${margin}" y="${listTop - 10}" font-size="16" font-weight="700">${escapeXml(say('route-routes'))}</text>
${listed.join('\n')}
</svg>
`;
}
