import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {guardStaff} from './guard-staff.js';

const staff = {
  endpoints: [{id: 'line', type: 'json', url: 'https://x.test/v1/signals', readers: []}],
  meldroute: {
    start: 'danger',
    nodes: [{id: 'danger', kind: 'one', answers: [{id: 'yes', to: 'end'}]}],
    routes: [{id: '112', emergency: true}],
  },
  cards: [{id: '112', name: '112', phone: {dial: '112', shown: '112'}}],
};
const sound = {
  format: 'baken.gemeente/1',
  gemeente: {id: 'x', name: 'X', code: '9901'},
  endpoint: {type: 'json', url: 'https://x.test/v1/signals'},
  exitUrl: 'https://x.test/',
  steps: [{id: 'a', title: 'A', questions: [{id: 'a', type: 'text'}]}],
  contacts: staff.cards,
  staff,
};
const {meldroute} = staff;

const withStaff = (part: object): object => ({...sound, staff: {...staff, ...part}});
const withRoute = (part: object): object => withStaff({meldroute: {...meldroute, ...part}});

describe('guardStaff', () => {
  it('lets a sound file through, also on loopback, and one that registers nothing', () => {
    assert.equal(guardStaff(sound), undefined);
    assert.equal(guardStaff(withStaff({endpoints: [{url: 'http://127.0.0.1:4101/v1/signals'}]})), undefined);
    assert.equal(guardStaff(withStaff({endpoints: []})), undefined);
  });

  const faults: readonly [fault: string, reason: string, file: unknown][] = [
    ['nothing', 'shape', null],
    ['what the form refuses', 'endpoint', {...sound, exitUrl: 'javascript:alert(1)'}],
    ['the file for residents', 'shape', {...sound, staff: undefined}],
    ['an endpoint without https', 'staff-endpoint', withStaff({endpoints: [{url: 'http://x.test/'}]})],
    ['an endpoint that is nothing', 'shape', withStaff({endpoints: [null]})],
    ['endpoints that are no list', 'shape', withStaff({endpoints: {}})],
    ['a start that is no node', 'meldroute', withRoute({start: 'elsewhere'})],
    ['a start without an answer', 'meldroute', withRoute({nodes: [{id: 'danger', kind: 'one', answers: []}]})],
    ['no start', 'meldroute', withRoute({start: undefined})],
    ['no nodes', 'shape', withRoute({nodes: undefined})],
    ['no meldroute', 'shape', withStaff({meldroute: undefined})],
    ['no emergency route', 'emergency', withRoute({routes: [{id: '112'}]})],
    ['no card of 112', '112', withStaff({cards: []})],
  ];
  for (const [fault, reason, file] of faults) {
    it(`refuses ${fault}`, () => assert.equal(guardStaff(file), reason));
  }
});
