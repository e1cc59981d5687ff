import { describe, expect, it } from 'vitest';
import { imageCommand } from './subject.ts';

describe('what is measured', () => {
  it('is started as the image starts it', () => {
    const [node, ...others] = imageCommand('FROM x\nCMD ["node", "--max-semi-space-size=8", "operator/main.ts"]\n');
    expect([node, others[0], others[1]?.endsWith('/operator/main.ts')]).toEqual([process.execPath, '--max-semi-space-size=8', true]);
  });
  it.each([
    ['a shell', 'CMD node operator/main.ts'],
    ['another program', 'CMD ["node", "other.ts"]'],
    ['nothing', 'FROM x'],
  ])('is never %s', (_name, dockerfile) => expect(() => imageCommand(dockerfile)).toThrow('Dockerfile'));
});
