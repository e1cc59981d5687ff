import { describe, expect, it } from 'vitest';
import { absentFiles, filesIn } from './command-files.ts';
import { copiedSamples, hiddenSamples } from './shown-samples.ts';

const sample = { path: 'config/samples/a.yaml', text: '# What it is.\nspec:\n  rollout:\n    strategy: Shadow\n    shadow: {percent: 10}\n' };
const page = (text: string, path = 'docs/guide/samples.md'): { path: string; text: string } => ({ path, text });
const shown = '<!-- include: config/samples/a.yaml -->\n```yaml\nspec:\n  rollout:\n    strategy: Shadow\n```\n<!-- end -->\n';

describe('hiddenSamples', () => {
  it.each<[name: string, file: { path: string; text: string }, hidden: boolean]>([
    ['an inclusion', page(shown), false],
    ['a link', page('[a](../../config/samples/a.yaml)'), true],
    ['an inclusion of some of its fields', page(shown.replace(' -->', ' spec.rollout -->')), true],
    ['an inclusion outside of docs/', page(shown, 'README.md'), true],
    ['an inclusion of another sample', page(shown.replace('a.yaml', 'b.yaml')), true],
  ])('%s', (_name, file, hidden) => {
    expect(hiddenSamples([sample, file])).toEqual(hidden ? [expect.stringContaining('config/samples/a.yaml is shown in no page')] : []);
  });
});

describe('copiedSamples', () => {
  it.each<[name: string, text: string, copied: boolean]>([
    ['what was included', shown, false],
    ['a copy', '```yaml\nspec:\n  rollout:   # how\n    shadow: {percent: 10}\n```\n', true],
    ['a copy with another indentation', '```yaml\nrollout:\n  strategy: Shadow\n  shadow: {percent: 10}\n```\n', true],
    ['another value', '```yaml\nspec:\n  rollout:\n    shadow: {percent: 20}\n```\n', false],
    ['two lines', '```yaml\nspec:\n  rollout:\n```\n', false],
  ])('%s', (_name, text, copied) => {
    expect(copiedSamples([sample, page(text)])).toEqual(copied ? [expect.stringContaining('docs/guide/samples.md copies config/samples/a.yaml')] : []);
  });
});

describe('absentFiles', () => {
  it.each<[command: string, files: string[]]>([
    ['kubectl -n ml apply -f config/samples/a.yaml', ['config/samples/a.yaml']],
    ['kubectl apply -f "config/a.yaml" -f config/b/', ['config/a.yaml', 'config/b']],
    ['kubectl apply \\\n  --filename=config/a.yaml', ['config/a.yaml']],
    ['kubectl apply -k config/environments/prod', ['config/environments/prod']],
    ['helm upgrade a charts/a -f argocd/values.yaml', ['argocd/values.yaml']],
    ['docker build -f "images/$image/Dockerfile" .', []],
    ['kubectl apply -f - <<YAML', []],
    ['kubectl apply -f https://example.org/a.yaml', []],
    ['curl -f localhost', []],
  ])('%s', (command, files) => {
    expect(filesIn(`\`\`\`sh\n${command}\n\`\`\`\n`)).toEqual(files);
  });

  it('names the page and the file', () => {
    const readme = page('kubectl apply -f config/samples/a.yaml -f config/samples -f config/samples/b.yaml\n', 'README.md');
    expect(absentFiles([sample, readme])).toEqual(['README.md: config/samples/b.yaml']);
  });
});
