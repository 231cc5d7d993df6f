import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';

import '@baken/elements/signal-form/define';
import {exampleGemeente} from '../packages/elements/src/signal-form/signal-form.examples.js';

/** The form as a gemeente places it: with its own words around it, in the width that the page has. */
const meta: Meta = {title: 'On a page of a gemeente'};

export default meta;

const gemeenteOf = (globals: Record<string, unknown>): ReturnType<typeof exampleGemeente> =>
  exampleGemeente(String(globals['language'] ?? 'nl'));

/** The whole width: help stands beside the question. */
export const Wide: StoryObj = {
  render: (_args, {globals}) => html`
    <h1>Een signaal doorgeven</h1>
    <p>Een alinea van de gemeente.</p>
    <baken-signal-form .gemeente=${gemeenteOf(globals)}><p>Bel 112.</p></baken-signal-form>
    <p>Nog een alinea van de gemeente.</p>
  `,
};

/** From a page about nuisance in a home: the short list of signs comes before the form of exploitation. */
export const WithATopic: StoryObj = {
  render: (_args, {globals}) => html`
    <h1>Overlast in een woning</h1>
    <baken-signal-form topic="woonoverlast" .gemeente=${gemeenteOf(globals)}><p>Bel 112.</p></baken-signal-form>
  `,
};

/** Without script, without a gemeente, or with a file that may not be used: what stands inside the tag. */
export const Fallback: StoryObj = {
  render: () => html`<baken-signal-form><p>Lukt het niet? Bel 0900-8844. Bij gevaar: 112.</p></baken-signal-form>`,
};
