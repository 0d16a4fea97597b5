import type { LaunchOffer } from '../../../contracts/api/launches.ts';

/** What is to be started, as far as it was chosen; the rest follows from what is offered. */
export interface LaunchChoice {
  readonly offer?: string;
  readonly processKey?: string;
  /** '': the flow carries no record. */
  readonly formKey?: string;
  readonly termSlot?: number;
}

/** Everything that a launch needs beside the org unit. */
export interface ChosenLaunch {
  readonly offer: LaunchOffer;
  readonly process: LaunchOffer['processes'][number];
  readonly formKey: string | null;
  readonly termSlot: number;
}

/** One plan version governs a cohort of a stage, so both together name an offer. */
export const offerKey = ({ bundleId, entryCohort }: LaunchOffer) => `${bundleId}/${entryCohort}`;

/** The choice, completed with the first of what is offered; what another offer does not have is forgotten. */
export function completeChoice(offers: readonly LaunchOffer[], choice: LaunchChoice): ChosenLaunch | null {
  const offer = offers.find((one) => offerKey(one) === choice.offer) ?? offers[0];
  if (offer === undefined) return null;
  const process = offer.processes.find(({ key }) => key === choice.processKey) ?? offer.processes[0];
  if (process === undefined) return null;
  const form =
    choice.formKey === ''
      ? undefined
      : (process.forms.find(({ key }) => key === choice.formKey) ?? process.forms[0]);
  const slot =
    offer.termSlots.find((one) => one.slot === choice.termSlot) ??
    offer.termSlots.find((one) => one.slot === offer.currentSlot) ??
    offer.termSlots[0];
  return { offer, process, formKey: form?.key ?? null, termSlot: slot?.slot ?? 1 };
}
