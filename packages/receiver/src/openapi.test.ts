import assert from 'node:assert/strict';
import {test} from 'node:test';

import {receiptSchema} from '@baken/model/schemas/signal';
import {Ajv2020} from 'ajv/dist/2020.js';

import {routes} from './routes.js';
import {ask} from './testing/ask.js';
import {makeSignal, makeStaffSignal} from './testing/make-signal.js';
import {createMemoryStore, withReceiver} from './testing/with-receiver.js';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, {readonly responses: object}>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, object>>};
}

const read = async (address: string): Promise<Document> =>
  JSON.parse((await ask(address, {method: 'GET', path: '/v1/openapi.json', headers: {}})).text) as Document;

test('the document describes exactly the routes of the receiver', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    const {openapi, paths} = await read(address);
    assert.match(openapi, /^3\.1\./);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(described.sort(), routes.map(({method, path}) => `${method} ${path}`).sort());
  });
});

test('what the receiver takes and answers fits the schemas of the document', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    const {components: {schemas}} = await read(address);
    const ajv = new Ajv2020({strict: false, validateFormats: false});
    const fits = (name: string, value: unknown): boolean => ajv.validate(schemas[name] ?? false, value);

    const signal = makeSignal({contact: {name: 'A', times: 'na zes uur'}, answers: {signs: ['ALG-01'], what: 'x'}});
    const stored = await ask(address, {body: JSON.stringify(signal)});
    assert.equal(stored.status, 201);
    assert.ok(fits('Signal', signal), ajv.errorsText());
    assert.ok(fits('Receipt', JSON.parse(stored.text)));
    assert.ok(receiptSchema.safeParse(JSON.parse(stored.text)).success);
    const health = await ask(address, {method: 'GET', path: '/v1/health', headers: {}});
    assert.ok(fits('Health', JSON.parse(health.text)));

    const staff = makeStaffSignal();
    assert.equal((await ask(address, {body: JSON.stringify(staff)})).status, 201);
    assert.ok(fits('Signal', staff), ajv.errorsText());
    const manyPurposes = Object.fromEntries(Array.from({length: 21}, (_, at) => [`p${at}`, 'yes']));
    const staffWrong = [
      {...staff, channel: 'public'},
      {...signal, checklist: []},
      {...staff, route: {...staff.route, extra: 1}},
      {...staff, route: {...staff.route, consent: manyPurposes}},
      {...staff, checklist: Array<string>(201).fill('ALG-01')},
    ];
    for (const wrong of [...staffWrong, {...signal, extra: 1}, {...signal, id: 'x'}, {...signal, attachments: ['x']}]) {
      const refused = await ask(address, {body: JSON.stringify(wrong)});
      assert.equal(refused.status, 400);
      assert.ok(!fits('Signal', wrong));
      assert.ok(fits('Problem', JSON.parse(refused.text)), ajv.errorsText());
    }
  });
});
