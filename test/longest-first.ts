import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, a file that takes minutes would be waited for alone. @param paths ends of the paths of such files, the longest first. */
export function longestFirst(...paths: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      const first = paths.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(path)));
      return [...first, ...sorted.filter((file) => !first.includes(file))];
    }
  };
}
