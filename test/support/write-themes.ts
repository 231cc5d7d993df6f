/** What a theme says of one of our properties, and what is drawn. */
export interface ThemeRow {
  readonly property: string;
  /** `default`: the theme says nothing. `replaced`: what it says cannot be seen well enough, or is no colour. */
  readonly state: 'found' | 'default' | 'replaced';
  /** The token that decides. */
  readonly name?: string;
  /** Of a colour: its contrast with what it must be seen on, by its name, and the least that it must be. */
  readonly ratio?: number;
  readonly on?: string;
  readonly least?: number;
}

/** A theme as it was measured. */
export interface ThemeSummary {
  readonly title: string;
  readonly rows: readonly ThemeRow[];
  /** The lowest contrast of words, and of everything else. */
  readonly text: number;
  readonly others: number;
}

const round = (ratio: number): string => (Math.floor(ratio * 100 + 1e-6) / 100).toFixed(2);

const intro = `<!-- Gemaakt met \`npm run themes\`. -->
# De widgets in een huisstijl

Deze tabel is gemeten in Chromium, met de themapakketten van npm. Elk voorbeeld van het formulier, de knop,
de contactkaart en de knop om weg te gaan is getekend. Ook met de muis erop, met focus, met een fout en gekozen.

- **Uit het thema**: de widget tekent wat het thema zegt.
- **Standaard**: het thema zegt hier niets over. De widget tekent zijn eigen stijl.
- **Vervangen**: het thema zegt iets, maar dat is niet goed te zien. De widget tekent zijn eigen kleur.

Tekst heeft overal minstens 4,5. Randen, ringen, pictogrammen en vinkjes hebben minstens 3.
Zo'n thema is van één gemeente of organisatie. Het staat hier alleen voor de test en zit niet in wat u downloadt.

## Overzicht

| thema | uit het thema | standaard | vervangen | laagste tekst | laagste rest |
|---|---|---|---|---|---|
`;

const places: Readonly<Record<string, string>> = {
  tint: 'een gekozen antwoord',
  sunken: 'het paneel aan de zijkant',
  raised: 'een vlak met een rand',
  button: 'de knop',
  'on-button': 'de woorden op de knop',
};

const stateWords = {found: 'uit het thema', default: 'standaard', replaced: 'vervangen'};

function explain({state, ratio, on = '', least}: ThemeRow): string {
  if (ratio === undefined) return '';
  const found = `${round(ratio)} op ${places[on]}`;
  return state === 'replaced' ? `${found}; nodig is ${least}` : found;
}

/** Writes `docs/designers/themes.md`. */
export function writeThemes(summaries: readonly ThemeSummary[]): string {
  const overview = summaries.map(({title, rows, text, others}) => {
    const count = (wanted: ThemeRow['state']): number => rows.filter(({state}) => state === wanted).length;
    const replaced = rows.filter(({state}) => state === 'replaced').map(({property}) => `\`${property}\``);
    const cells = [title, count('found'), count('default'), replaced.join(', ') || '–', round(text), round(others)];
    return `| ${cells.join(' | ')} |\n`;
  });
  const details = summaries
    .filter(({rows}) => rows.some(({state}) => state !== 'default'))
    .map(({title, rows}) => {
      const lines = rows.map((row) => {
        const cells = [`\`${row.property}\``, stateWords[row.state], row.name ? `\`${row.name}\`` : '', explain(row)];
        return `| ${cells.join(' | ')} |\n`;
      });
      return `\n## ${title}\n\n| eigenschap | | token | contrast |\n|---|---|---|---|\n${lines.join('')}`;
    });
  return intro + overview.join('') + details.join('');
}
