/** A box in the picture. Sizes are in the units of the picture. */
export interface GraphBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The boxes that it leads to, in the order of leaving it. */
  readonly targets: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a box stands: `x` is its middle, `y` its top. */
export interface PlacedBox extends GraphBox, Point {}

/** A line from the bottom of one box to the top of another, by points between. */
export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

/** Something with a place in a layer: a box, or the passage of a line that goes on to a later layer. */
interface Spot {
  readonly box: GraphBox | undefined;
  readonly width: number;
  readonly below: Spot[];
  readonly above: Spot[];
  x: number;
}

const passage = 14;

/** Layers by the longest way from the first box: every line goes down. Lines that would go up are left out. */
function findLayers(boxes: readonly GraphBox[]): ReadonlyMap<string, number> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const layers = new Map<string, number>();
  const visit = (id: string, layer: number, way: ReadonlySet<string>): void => {
    const box = byId.get(id);
    if (!box || way.has(id) || (layers.get(id) ?? -1) >= layer) return;
    layers.set(id, layer);
    for (const target of box.targets) visit(target, layer + 1, new Set([...way, id]));
  };
  for (const {id} of boxes) if (!layers.has(id)) visit(id, 0, new Set());
  return layers;
}

const mean = (spots: readonly Spot[]): number | undefined =>
  spots.length > 0 ? spots.reduce((sum, {x}) => sum + x, 0) / spots.length : undefined;

/** Moves the spots of a layer near what they hang on, keeps their order and leaves a gap between them. */
function spread(layer: readonly Spot[], wanted: readonly number[], gap: number): void {
  let right = -Infinity;
  layer.forEach((spot, index) => {
    spot.x = Math.max(wanted[index] ?? 0, right + spot.width / 2);
    right = spot.x + spot.width / 2 + gap;
  });
  // What was pushed to the right pulls back what stands before it.
  const pushed = layer.map((spot, index) => spot.x - (wanted[index] ?? 0));
  const back = pushed.reduce((sum, one) => sum + one, 0) / Math.max(1, layer.length);
  for (const spot of layer) spot.x -= back;
}

/**
 * Places boxes in layers from top to bottom, with lines that go round them. A line from a box to itself or upwards
 * is not drawn. `gap` is the room between boxes, `gapBelow` gives the room under a box for what stands at its lines.
 */
export function layoutGraph(boxes: readonly GraphBox[], gap: number, gapBelow: (box: GraphBox) => number): Layout {
  const layerOf = findLayers(boxes);
  const layers: Spot[][] = [];
  const put = (layer: number, box?: GraphBox): Spot => {
    const spot = {box, width: box?.width ?? passage, below: [], above: [], x: 0};
    (layers[layer] ??= []).push(spot);
    return spot;
  };
  const spots = new Map(boxes.map((box) => [box.id, put(layerOf.get(box.id) ?? 0, box)]));
  const chains: {readonly from: string; readonly to: string; readonly spots: readonly Spot[]}[] = [];
  for (const {id, targets} of boxes) {
    for (const target of targets) {
      const start = spots.get(id);
      const end = spots.get(target);
      const [first = 0, last = 0] = [layerOf.get(id), layerOf.get(target)];
      if (!start || !end || last <= first) continue;
      const chain = [start];
      for (let layer = first + 1; layer < last; layer += 1) chain.push(put(layer));
      chain.push(end);
      chain.forEach((spot, index) => {
        const next = chain[index + 1];
        if (next) spot.below.push(next);
        if (next) next.above.push(spot);
      });
      chains.push({from: id, to: target, spots: chain});
    }
  }

  for (let round = 0; round < 12; round += 1) {
    const isDown = round % 2 === 0;
    for (const layer of isDown ? layers : layers.toReversed()) {
      const place = new Map(layer.map((spot) => [spot, mean(isDown ? spot.above : spot.below) ?? spot.x]));
      // The last rounds keep the order, so that places settle.
      if (round < 8) layer.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
      spread(layer, layer.map((spot) => place.get(spot) ?? 0), gap);
    }
  }

  const all = layers.flat();
  const left = Math.min(...all.map(({x, width}) => x - width / 2));
  for (const spot of all) spot.x -= left;
  const placed: PlacedBox[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  layers.forEach((layer, index) => {
    const inLayer = layer.flatMap(({box, x}) => (box ? [{...box, x, y}] : []));
    placed.push(...inLayer);
    tops[index] = y;
    bottoms[index] = y + Math.max(0, ...inLayer.map(({height}) => height));
    y = (bottoms[index] ?? y) + Math.max(0, ...inLayer.map(gapBelow));
  });
  return {
    width: Math.max(...all.map(({x, width}) => x + width / 2)),
    height: bottoms.at(-1) ?? 0,
    boxes: placed,
    edges: chains.map(({from, to, spots: [start, ...rest]}) => {
      const first = layerOf.get(from) ?? 0;
      const {box, x = 0, below = []} = start ?? {};
      // Lines leave a box in the order of where they go, so that they do not cross at once.
      const ports = below.toSorted((one, other) => one.x - other.x);
      const share = (ports.findIndex((spot) => spot === rest[0]) + 0.5) / Math.max(1, ports.length) - 0.5;
      const port = x + share * (box?.width ?? 0);
      const passed = rest.flatMap((spot, index): readonly Point[] => {
        const layer = first + 1 + index;
        const top = {x: spot.x, y: tops[layer] ?? 0};
        return spot.box ? [top] : [top, {x: spot.x, y: bottoms[layer] ?? 0}];
      });
      const bottom = (tops[first] ?? 0) + (box?.height ?? 0);
      // Straight down past the higher boxes beside it, and only then aside.
      return {from, to, points: [{x: port, y: bottom}, {x: port, y: bottoms[first] ?? bottom}, ...passed]};
    }),
  };
}
