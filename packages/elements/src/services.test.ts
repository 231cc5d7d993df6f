import {ContextProvider} from '@lit/context';
import {expect} from '@open-wc/testing';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptGemeente, gemeenteContext, isAccepted} from './services.js';

const makeGemeente = (): CompiledGemeente => ({
  format: 'baken.gemeente/1',
  gemeente: {id: 'voorbeeld', name: 'Voorbeeld', code: '9999'},
  language: 'nl',
  languages: ['nl'],
  content: 'unreviewed',
  endpoint: {type: 'json', url: 'https://voorbeeld.example/v1/signals'},
  exitUrl: 'https://www.rijksoverheid.nl/',
  questionSet: 'public@1',
  steps: [{id: 'what', title: 'Wat is er aan de hand?', questions: [{id: 'what', type: 'text'}]}],
  signs: {},
  urgent: [],
  topics: {},
  contacts: [{id: '112', name: '112', phone: {dial: '112', shown: '112'}}],
  help: ['112'],
  texts: {},
});

describe('acceptGemeente', () => {
  it('freezes the file to its deepest value, so that a page cannot redirect signals', () => {
    const gemeente = acceptGemeente(makeGemeente());
    expect(Object.isFrozen(gemeente.endpoint)).to.equal(true);
    expect(Object.isFrozen(gemeente.steps[0]?.questions[0])).to.equal(true);
    expect(Object.isFrozen(gemeente.contacts[0]?.phone)).to.equal(true);
    expect(() => Object.assign(gemeente.endpoint, {url: 'https://elsewhere.example/'})).to.throw(TypeError);
    expect(gemeente.endpoint.url).to.equal('https://voorbeeld.example/v1/signals');
  });
});

describe('isAccepted', () => {
  it('tells the accepted file from its own copy, from nothing and from other values', () => {
    const gemeente = acceptGemeente(makeGemeente());
    expect(isAccepted(gemeente)).to.equal(true);
    expect(isAccepted(structuredClone(gemeente))).to.equal(false);
    for (const other of [undefined, null, '', 1, {}]) expect(isAccepted(other)).to.equal(false);
  });

  it('refuses a file that the page provides by the public context', () => {
    const page = document.createElement('div');
    const provider = new ContextProvider(page, {context: gemeenteContext, initialValue: makeGemeente()});
    let answer: unknown;
    const request = new Event('context-request', {bubbles: true, composed: true});
    const consumer = document.createElement('span');
    page.append(consumer);
    Object.assign(request, {
      context: gemeenteContext,
      contextTarget: consumer,
      callback: (value: unknown) => {
        answer = value;
      },
    });
    consumer.dispatchEvent(request);
    expect(answer).to.equal(provider.value);
    expect(isAccepted(answer)).to.equal(false);
  });
});
