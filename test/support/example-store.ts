import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Objects by type and id, as text. */
type Objects = Record<string, string>;

/** Where the example provider keeps its objects: in memory, or in a file that outlives the process. */
export class ExampleStore {
  private objects: Objects = {};

  constructor(private readonly file: string | undefined) {}

  get(key: string): string | undefined {
    return this.load()[key];
  }

  put(key: string, text: string): void {
    this.save({ ...this.load(), [key]: text });
  }

  delete(key: string): void {
    this.save(Object.fromEntries(Object.entries(this.load()).filter(([name]) => name !== key)));
  }

  private load(): Objects {
    if (this.file === undefined || !existsSync(this.file)) return this.objects;
    return JSON.parse(readFileSync(this.file, 'utf8')) as Objects;
  }

  private save(objects: Objects): void {
    this.objects = objects;
    if (this.file !== undefined) writeFileSync(this.file, JSON.stringify(objects));
  }
}
