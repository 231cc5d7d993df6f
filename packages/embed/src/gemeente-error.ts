/** What is wrong with the file of a gemeente. */
export type GemeenteFault = 'source' | 'unreachable' | 'missing' | 'not-json' | 'refused' | 'insecure';

/** Says which file a widget cannot use, why, and what to do. Never holds what the file says or what was typed. */
export class GemeenteError extends Error {
  override readonly name = 'GemeenteError';
  readonly file: string;
  readonly fault: GemeenteFault;

  constructor(file: string, fault: GemeenteFault, advice: string) {
    super(`Baken: ${file}: ${advice}`);
    this.file = file;
    this.fault = fault;
  }
}
