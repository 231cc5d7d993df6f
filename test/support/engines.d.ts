declare module '*/scripts/engines.mjs' {
  export const chromiumArguments: string[];
  export function findChromium(): string | undefined;
  export function findFirefox(): string | undefined;
  export function findEngines(): ('chromium' | 'firefox' | 'webkit')[];
  export function startWebKitDriver(): Promise<{
    port: number;
    capabilities: Record<string, unknown>;
    stop: () => void;
  }>;
}
