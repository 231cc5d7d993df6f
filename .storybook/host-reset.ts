/** What a hard reset on a host's page does. It beats every `:host` rule, so a widget may not lean on those. */
export const hostReset = `
  *, *::before, *::after {margin: 0; padding: 0; border: 0; box-sizing: content-box; font: inherit; vertical-align: baseline}
  :root {font-size: 10px; line-height: 1; letter-spacing: 0.05em; text-transform: uppercase}
  a {color: inherit; text-decoration: none}
  button, input, textarea {appearance: none; background: none}
  ol, ul {list-style: none}
`;
