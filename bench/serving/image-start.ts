/** How an image starts its program. */
export interface ImageStart {
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** `ENTRYPOINT ["node", …flags, "main.ts"]` and the `ENV` of the last stage, so that what is measured is what is shipped. */
export function imageStart(dockerfile: string): ImageStart {
  const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM ') + 1).replaceAll(/\\\n/g, ' ');
  const words = JSON.parse(/^ENTRYPOINT (\[.*\])$/m.exec(stage)?.[1] ?? 'null') as string[] | null;
  if (words?.[0] !== 'node' || words.at(-1) !== 'main.ts') throw new Error('images/model-server/Dockerfile does not start `node … main.ts`');
  const settings = [...stage.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const));
  return { flags: words.slice(1, -1), environment: Object.fromEntries(settings) };
}
