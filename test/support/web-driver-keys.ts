/** The code points by which WebDriver (classic and BiDi) names the keys that write nothing. */
const codes: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

function toCode(key: string): string {
  const code = codes[key] ?? key;
  if ([...code].length !== 1) {
    throw new Error(`"${key}" is no key: write a character or ${Object.keys(codes).join(', ')}.`);
  }
  return code;
}

const stroke = (value: string): KeyAction[] => [
  {type: 'keyDown', value},
  {type: 'keyUp', value},
];

/** The actions that press one key, with the keys before each `+` held down. Throws on a name that is no key. */
export function pressActions(key: string): KeyAction[] {
  const [last = '', ...held] = key.length > 1 ? key.split('+').toReversed().map(toCode) : [toCode(key)];
  return [
    ...held.map((value): KeyAction => ({type: 'keyDown', value})),
    ...stroke(last),
    ...held.map((value): KeyAction => ({type: 'keyUp', value})),
  ];
}

/** The actions that type a text; a line feed is Enter. */
export function typeActions(text: string): KeyAction[] {
  return [...text].flatMap((character) => stroke(character === '\n' ? toCode('Enter') : character));
}
