/** What `npm run manifest` reads and writes: `custom-elements.json`, the source of the tables in Storybook. */
export default {
  globs: ['packages/{elements,embed}/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts', '**/*.examples.ts', '**/testing/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
