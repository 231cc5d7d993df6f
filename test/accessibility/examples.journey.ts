import {after, before, describe, it} from 'node:test';

import {assertNone} from './assert-none.js';
import {type OpenGallery, openGallery} from './open-gallery.js';
import {type Look, type Survey, survey} from './survey.js';
import {type WidgetName, widgetNames} from './widgets.js';

/** The widgets that wait for an answer: what turns says that they are busy. */
const busy: readonly WidgetName[] = ['signal-form', 'meldroute-wizard'];

describe('every example, looked at in every way', () => {
  let gallery: OpenGallery;
  const surveys = new Map<WidgetName, Promise<Survey>>();
  before(async () => {
    gallery = await openGallery();
  });
  after(() => gallery?.close());

  /** What the one walk through the examples of a widget found. */
  const faultsOf = async (widget: WidgetName, look: Look): Promise<readonly string[]> => {
    const found = surveys.get(widget) ?? survey(gallery, widget);
    surveys.set(widget, found);
    return (await found)[look];
  };

  for (const widget of widgetNames) {
    it(`${widget}: is in every example as it was last agreed, with role, name and state`, async () => {
      assertNone(await faultsOf(widget, 'tree'), 'If that is meant: npm run accessibility -- --snapshots');
    });

    it(`${widget}: is the same however long someone waits`, async () => {
      assertNone(await faultsOf(widget, 'waiting'));
    });

    it(`${widget}: no drawing is told, and each stands beside words`, async () => {
      assertNone(await faultsOf(widget, 'drawings'));
    });

    it(`${widget}: every control has a name, and the words that are seen on it are in that name`, async () => {
      assertNone(await faultsOf(widget, 'names'));
    });

    it(`${widget}: two links with the same name lead to the same place`, async () => {
      assertNone(await faultsOf(widget, 'links'));
    });

    it(`${widget}: cuts off and covers no text with the text spacing of WCAG 1.4.12`, async () => {
      assertNone(await faultsOf(widget, 'spacing'));
    });

    it(`${widget}: fits a place of 320 px, also on a wide page`, async () => {
      assertNone(await faultsOf(widget, 'narrow'));
    });

    it(`${widget}: loses nothing and scrolls one way at a zoom of 400 %`, async () => {
      assertNone(await faultsOf(widget, 'zoom'));
    });

    it(`${widget}: loses nothing when text is twice as large`, async () => {
      assertNone(await faultsOf(widget, 'large'));
    });

    it(`${widget}: gives every control a target of at least 44 by 44 px, but for links in a text`, async () => {
      assertNone(await faultsOf(widget, 'targets'));
    });

    it(`${widget}: fields, buttons, drawings and focus rings have a contrast of at least 3, light and dark`, async () => {
      assertNone(await faultsOf(widget, 'contrast'));
    });

    it(`${widget}: shows every border, drawing and focus ring in forced colours, in a colour of the system`, async () => {
      assertNone(await faultsOf(widget, 'forced'));
    });

    it(`${widget}: moves nothing where someone asked for less motion, and elsewhere only what says it is busy`, async () => {
      assertNone(await faultsOf(widget, 'motion'));
      const moving = await faultsOf(widget, 'movement');
      const isBusy = busy.includes(widget);
      assertNone(moving.filter((fault) => !isBusy || fault !== '<span.ring> moves (1 examples: sending)'));
    });

    it(`${widget}: Tab meets every control in the order of reading and gets out again, both ways`, async () => {
      assertNone(await faultsOf(widget, 'order'));
    });

    it(`${widget}: a sticky header of 120 px and a sticky footer of 80 px never cover what has the focus`, async () => {
      assertNone(await faultsOf(widget, 'covered'));
    });

    it(`${widget}: whatever has the focus has a ring`, async () => {
      assertNone(await faultsOf(widget, 'ringless'));
    });

    it(`${widget}: to have the focus changes nothing`, async () => {
      assertNone(await faultsOf(widget, 'changed'));
    });

    it(`${widget}: most of what has the focus is in sight at a zoom of 400 %`, async () => {
      assertNone(await faultsOf(widget, 'zoomedFocus'));
    });
  }

  // The words of these two are those of the page around them.
  for (const widget of widgetNames.filter((name) => name !== 'report-button' && name !== 'quick-exit')) {
    it(`${widget}: says of every text in which language it is`, async () => {
      assertNone(await faultsOf(widget, 'language'));
    });
  }

  for (const widget of ['signal-form', 'meldroute-wizard', 'risk-checklist'] as const) {
    it(`${widget}: to choose an answer keeps the screen, and the focus on that answer`, async () => {
      assertNone(await faultsOf(widget, 'jumps'));
    });
  }
});
