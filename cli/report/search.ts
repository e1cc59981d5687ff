import { history } from './history.ts';
import { html, type Markup } from './html.ts';
import { parallelCoordinates } from './parallel-coordinates.ts';
import { absent, card } from './parts.ts';
import { sensitivity } from './sensitivity.ts';
import type { Searching, Study } from './study.ts';
import { counted } from './words.ts';

/** One part for each candidate with a search. */
export function searches(study: Study): readonly Markup[] {
  return study.contenders.filter((one): one is Searching => one.search !== undefined).map((contender) => search(study, contender));
}

function search(study: Study, contender: Searching): Markup {
  const { name, trials, place, search: { sampler, maxTrials, space } } = contender;
  const asked = `${sampler}, ${counted(space.length, 'parameter')}, at most ${counted(maxTrials, 'trial')}`;
  const content = trials.length === 0 ? absent('No trial has begun yet.') : html`${history(study, contender)}${parallelCoordinates(study, contender)}${sensitivity(study, contender)}`;
  return card(`search-${place}`, `Search of ${name}`, html`<p class="about">${asked}</p>${content}`);
}
