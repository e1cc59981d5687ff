// Every case, in the order in which they run: bad requests late, and last what they left of the server.
import type { Case } from '../case.ts';
import { binaryCases } from './binary.ts';
import { inferCases } from './infer.ts';
import { modelCases } from './model.ts';
import { refusalCases } from './refusals.ts';
import { serverCases } from './server.ts';
import { survivalCases } from './survival.ts';
import { valueCases } from './values.ts';

export const cases: readonly Case[] = [...serverCases, ...modelCases, ...inferCases, ...valueCases, ...refusalCases, ...binaryCases, ...survivalCases];
