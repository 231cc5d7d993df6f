import {aTimeout, expect, fixture, waitUntil} from '@open-wc/testing';

import type {SignalFormElement} from './signal-form.js';
import './signal-form.js';

/** The files of a fixture that were asked for, by language, as often as they were asked. */
const asked = (mark: string): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(({name}) => (name.endsWith(`?${mark}`) ? (/\.(\w+)\.json/.exec(name)?.[1] ?? '') : []));

/** Puts a form with a file of its own on an English page; `mark` makes its requests those of one test. */
async function show(name: string, mark: string): Promise<{readonly page: HTMLElement; readonly form: SignalFormElement}> {
  const src = `${new URL(`./fixtures/${name}.json`, import.meta.url).pathname}?${mark}`;
  const page = await fixture<HTMLElement>(
    `<div lang="en"><baken-signal-form config-src="${src}"></baken-signal-form></div>`,
  );
  const form = page.querySelector('baken-signal-form');
  if (!form) throw new Error('There is no form.');
  await form.updateComplete;
  return {page, form};
}

describe('a form with its own config-src on an English page', () => {
  const {error} = console;
  const said: unknown[] = [];
  beforeEach(() => {
    said.length = 0;
    console.error = (line: unknown) => void said.push(line);
  });
  afterEach(() => {
    console.error = error;
  });

  it('asks for nothing when it is taken off the page', async () => {
    const {form} = await show('example', 'off');
    await waitUntil(() => asked('off').length > 0);
    form.remove();
    await aTimeout(100);
    form.requestUpdate();
    form.configIntegrity = 'sha384-a';
    await aTimeout(100);
    expect(asked('off')).to.deep.equal(['en']);
  });

  it('goes to no other language when it is taken off the page before the answer, and says nothing', async () => {
    const {form} = await show('polish-first', 'early');
    form.remove();
    await aTimeout(300);
    expect(asked('early').filter((language) => language !== 'en')).to.deep.equal([]);
    expect(said).to.deep.equal([]);
  });

  it('goes on waiting when it is moved, and asks again when it comes back', async () => {
    const {page, form} = await show('polish-first', 'moved');
    page.prepend(form);
    await waitUntil(() => asked('moved').includes('pl'));
    const back = await show('polish-first', 'back');
    back.form.remove();
    await aTimeout(100);
    back.page.append(back.form);
    await waitUntil(() => asked('back').includes('pl'));
  });
});
