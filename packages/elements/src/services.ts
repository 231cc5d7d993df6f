import {createContext} from '@lit/context';

import type {CompiledContacts} from '@baken/model/rules/contact-card';
import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Envelope, Receipt, Signal} from '@baken/model/rules/signal';

/** Sends one signal once. Resolves when the backend proved that it is stored. */
export type Send = (envelope: Envelope, signal?: AbortSignal) => Promise<Receipt>;

/** What the elements need and may not choose themselves. `@baken/embed` registers it. */
export interface Services {
  /**
   * Fetches the compiled file of a gemeente, checks it and accepts it. Rejects with a reason for the console; asks for
   * no further file once `isWanted` says that nobody waits.
   */
  load(
    source: {readonly src: string; readonly language: string; readonly integrity?: string | undefined},
    isWanted?: () => boolean,
  ): Promise<CompiledGemeente>;
  /** Gives the same gemeente in another of its languages. */
  translate(gemeente: CompiledGemeente, language: string): Promise<CompiledGemeente>;
  /** Turns a signal into the one body that every try sends. */
  seal(signal: Signal): Promise<Envelope>;
  /** Sends until there is an outcome; `send` replaces the sender that the gemeente configured. */
  deliver(job: {
    readonly gemeente: CompiledGemeente;
    readonly envelope: Envelope;
    readonly send?: Send | undefined;
    readonly onState: (state: DeliveryState) => void;
  }): Delivery;
}

let registered: Services | undefined;

/** Registers what the elements need. The first registration stays: a second copy on the page changes nothing. */
export function registerServices(services: Services): void {
  registered ??= services;
}

/** Gives the registered services, or nothing: then an element shows its fallback. */
export function getServices(): Services | undefined {
  return registered;
}

const accepted = new WeakSet<object>();

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

/**
 * Marks a checked file as ours and freezes it. Context is public: any script on the page can answer a request
 * for it, or ask and change what it gets. So only a value from here is used, and nobody can change it.
 */
export function acceptGemeente(gemeente: CompiledGemeente): CompiledGemeente {
  freeze(gemeente);
  accepted.add(gemeente);
  return gemeente;
}

/** Tells whether a value came from `acceptGemeente`. */
export function isAccepted(value: unknown): value is CompiledGemeente {
  return typeof value === 'object' && value !== null && accepted.has(value);
}

/** The public key under which `baken-gemeente` provides its compiled file. */
export const gemeenteContext = createContext<CompiledGemeente | undefined>(Symbol.for('baken.gemeente/1'));

/** Fetches the compiled file with the contact cards of a gemeente, checks it and accepts it. Rejects with a reason. */
export type LoadContacts = (source: {
  /** The `config-src` of the gemeente: `x.json`, for the file `x.contacts.<language>.json`. */
  readonly src: string;
  /** BCP 47; empty for the first language of the gemeente. */
  readonly language: string;
  readonly integrity?: string | undefined;
}) => Promise<CompiledContacts>;

// Apart from the services above: a page with only the form gets no code for cards, and the other way round.
let loadContacts: LoadContacts | undefined;

/** Registers how contact cards get their file. The first registration stays. */
export function registerLoadContacts(load: LoadContacts): void {
  loadContacts ??= load;
}

/** Gives what was registered, or nothing: then a card shows its fallback. */
export function getLoadContacts(): LoadContacts | undefined {
  return loadContacts;
}

const acceptedContacts = new WeakSet<object>();

/** Marks a checked file with contacts as ours and freezes it. It is no gemeente, so it never passes for one. */
export function acceptContacts(contacts: CompiledContacts): CompiledContacts {
  freeze(contacts);
  acceptedContacts.add(contacts);
  return contacts;
}

/** Tells whether a value came from `acceptContacts`. */
export function isAcceptedContacts(value: unknown): value is CompiledContacts {
  return typeof value === 'object' && value !== null && acceptedContacts.has(value);
}
