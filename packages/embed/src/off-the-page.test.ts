import {aTimeout, expect, fixture, waitUntil} from '@open-wc/testing';

import './quick-exit.js';
import './signal-form.js';

type Tag = 'baken-signal-form' | 'baken-quick-exit';
type Widget = HTMLElementTagNameMap[Tag];

/** The files of a fixture that were asked for, by language, as often as they were asked. */
const asked = (mark: string): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(({name}) => (name.endsWith(`?${mark}`) ? (/\.(\w+)\.json/.exec(name)?.[1] ?? '') : []));

/** Puts a widget with a file of its own on an English page; `mark` makes its requests those of one test. */
async function show(tag: Tag, name: string, mark: string): Promise<{readonly page: HTMLElement; readonly widget: Widget}> {
  const src = `${new URL(`./fixtures/${name}.json`, import.meta.url).pathname}?${mark}`;
  const page = await fixture<HTMLElement>('<div lang="en"></div>');
  const widget = document.createElement(tag);
  widget.configSrc = src;
  page.append(widget);
  // No frame is waited for: the answer may be there by then.
  await widget.updateComplete;
  return {page, widget};
}

describe('a widget with its own config-src on an English page', () => {
  const {error} = console;
  const said: unknown[] = [];
  beforeEach(() => {
    said.length = 0;
    console.error = (line: unknown) => void said.push(line);
  });
  afterEach(() => {
    console.error = error;
  });

  for (const tag of ['baken-signal-form', 'baken-quick-exit'] as const) {
    it(`asks for nothing when it is taken off the page: ${tag}`, async () => {
      const mark = `off-${tag}`;
      const {widget} = await show(tag, 'example', mark);
      await waitUntil(() => asked(mark).length > 0);
      widget.remove();
      await aTimeout(100);
      widget.requestUpdate();
      widget.configIntegrity = 'sha384-a';
      await aTimeout(100);
      expect(asked(mark)).to.deep.equal(['en']);
    });

    it(`goes to no other language when it is taken off before the answer, and says nothing: ${tag}`, async () => {
      const mark = `early-${tag}`;
      const {widget} = await show(tag, 'polish-first', mark);
      widget.remove();
      await aTimeout(300);
      expect(asked(mark).filter((language) => language !== 'en')).to.deep.equal([]);
      expect(said).to.deep.equal([]);
    });

    it(`goes on waiting when it is moved, and asks again when it comes back: ${tag}`, async () => {
      const [moved, back] = [`moved-${tag}`, `back-${tag}`];
      const {page, widget} = await show(tag, 'polish-first', moved);
      page.prepend(widget);
      await waitUntil(() => asked(moved).includes('pl'));
      const other = await show(tag, 'polish-first', back);
      other.widget.remove();
      await aTimeout(100);
      other.page.append(other.widget);
      await waitUntil(() => asked(back).includes('pl'));
    });
  }
});
