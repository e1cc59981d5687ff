// crds/experiments.yaml: the schema of spec.template is the one of a TrainingRun's spec without what an Experiment
// says itself. Only the text between the two marks is written; everything else in the file stays as it was typed.
import { Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node, type YAMLMap } from 'yaml';

const begin = '# begin: generated from trainingruns.yaml by tools/generate/experiment-template.ts';
const end = '# end: generated';

/** What the Experiment decides: the family, each candidate's algorithm, who is registered, and when to pause or stop. */
const saidByExperiment = ['model', 'algorithm', 'register', 'suspend', 'stop'];

const specPath = ['spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'properties', 'spec'];

/** Returns the new text of experiments.yaml. */
export function spliceTemplate(trainingRuns: string, experiments: string): string {
  const block = markedBlock(experiments);
  const body = templateText(trainingRuns)
    .split('\n')
    .map((line) => (line === '' ? line : `${block.indent}${line}`))
    .join('\n');
  const text = `${experiments.slice(0, block.from)}${body}${experiments.slice(block.to)}`;
  const spliced = parseDocument(text);
  if (spliced.errors.length > 0) throw new Error(`experiments.yaml would not parse: ${String(spliced.errors[0]?.message)}`);
  if (!isMap(spliced.getIn([...specPath, 'properties', 'template', 'properties']))) {
    throw new Error('experiments.yaml: the marks do not lie inside spec.template');
  }
  return text;
}

function markedBlock(experiments: string): { indent: string; from: number; to: number } {
  const beginAt = experiments.indexOf(begin);
  const endAt = experiments.indexOf(end);
  if (beginAt < 0 || endAt < beginAt) throw new Error(`experiments.yaml: the marks "${begin}" and "${end}" are missing`);
  const indent = experiments.slice(experiments.lastIndexOf('\n', beginAt) + 1, beginAt);
  return { indent, from: beginAt + begin.length + 1, to: experiments.lastIndexOf('\n', endAt) + 1 };
}

function templateText(trainingRuns: string): string {
  const source = parseDocument(trainingRuns);
  const spec = source.getIn(specPath);
  if (!isMap(spec)) throw new Error('trainingruns.yaml: no schema for spec');
  resolveAliases(source);
  const template = mapNode(spec.clone());
  const properties = mapNode(template.get('properties'));
  for (const field of saidByExperiment) properties.delete(field);
  const required = template.get('required');
  if (isSeq(required)) required.items = required.items.filter((item) => isScalar(item) && !saidByExperiment.includes(String(item.value)));
  template.set('description', 'Spec of each TrainingRun, without model, algorithm, register, suspend and stop, which the Experiment decides.');
  keepRules(template, (rule) => !rule.includes('oldSelf') && !saidByExperiment.some((field) => rule.includes(`self.${field}`)));
  addImmutability(source, template);
  const document = new Document(template);
  return document.toString({ flowCollectionPadding: false, lineWidth: 0, indentSeq: true });
}

function mapNode(node: unknown): YAMLMap {
  if (!isMap(node)) throw new Error('trainingruns.yaml: a schema is not a map');
  return node;
}

/** Anchors end with the file they stand in, so each alias becomes a copy of what it names. */
function resolveAliases(document: Document.Parsed): void {
  visit(document, {
    Alias(_key, alias) {
      const target = alias.resolve(document);
      if (target === undefined) throw new Error(`trainingruns.yaml: alias *${alias.source} names nothing`);
      const copy = target.clone() as typeof target;
      if (!isAlias(copy)) delete copy.anchor;
      return copy;
    },
  });
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

/** Drops, at every level, the rules that `keep` refuses, and a list of rules that becomes empty. */
function keepRules(template: YAMLMap, keep: (rule: string) => boolean): void {
  visit(template, {
    Pair(_key, pair) {
      if (!isScalar(pair.key) || pair.key.value !== 'x-kubernetes-validations' || !isSeq(pair.value)) return undefined;
      pair.value.items = pair.value.items.filter((item) => isMap(item) && keep(String(item.get('rule'))));
      return pair.value.items.length === 0 ? visit.REMOVE : undefined;
    },
  });
}

function addImmutability(source: Document.Parsed, template: YAMLMap): void {
  const rule = source.createNode({ rule: 'self == oldSelf', message: 'template is immutable' }, { flow: true });
  const rules = template.get('x-kubernetes-validations');
  if (isSeq(rules)) {
    rules.items.unshift(rule);
    return;
  }
  const list: Node = source.createNode([rule]);
  const at = template.items.findIndex((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'properties');
  if (!isCollection(list)) throw new Error('a list of rules is not a list');
  template.items.splice(at, 0, source.createPair('x-kubernetes-validations', list));
}
