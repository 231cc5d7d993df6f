import {guardCompiled, isSafeUrl} from './guard.js';
import {has112} from './guard-contacts.js';
import type {CompiledStaff} from './staff.js';

/**
 * Decides in the browser of an employee whether a compiled file for staff may be used: first as `guardCompiled`, then
 * what only staff have. A file of its own, so that a page for residents does not fetch it.
 * Returns the reason for refusal, or nothing.
 */
export function guardStaff(data: unknown): string | undefined {
  const reason = guardCompiled(data);
  if (reason !== undefined) return reason;
  try {
    const {endpoints, meldroute: {start, nodes, routes}, cards} = (data as CompiledStaff).staff;
    if (!endpoints.every(({url}) => isSafeUrl(url))) return 'staff-endpoint';
    if (!nodes.some(({id, answers}) => id === start && answers.length > 0)) return 'meldroute';
    if (!routes.some(({emergency}) => emergency === true)) return 'emergency';
    return has112(cards) ? undefined : '112';
  } catch {
    return 'shape';
  }
}
