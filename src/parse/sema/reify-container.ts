/** Containers without syntax: what `@Struct`, `@Enum`, `@Union` and a union's generated tag live in. */
import type { Env } from './env.js';
import { ContainerRecord, type FileRecord, type FnRecord } from './records.js';

/** A container without declarations, inside `parent`. Its `type` is to be set by the caller. */
export function instantiateSyntheticContainer(env: Env, parent: ContainerRecord, name: string): ContainerRecord {
  const container = new ContainerRecord(
    env.cx.freshId(),
    parent.file as FileRecord,
    undefined,
    parent,
    env.frame?.instance as FnRecord | undefined,
    name,
    `${parent.qualifiedName}.${name}`,
    [],
  );
  container.scope = { kind: 'container', container, parent: parent.scope };
  container.fieldsStage = 'done';
  env.cx.containers.push(container);
  return container;
}
