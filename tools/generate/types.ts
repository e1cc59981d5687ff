// crds/generated/<kind>.ts: the types of each kind, by openapi-typescript.
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { partSchema, storageVersion, type Crd, type CrdFile } from './crd.ts';
import { hoist, type OpenApiSchema } from './hoist.ts';

export const generatedHeader = (source: string): string => `// Generated from ${source} by tools/generate. Do not edit: change the source and run \`make generate\`.\n`;

export async function kindTypes(file: CrdFile): Promise<string> {
  const { crd, kind } = file;
  const spec = partSchema(crd, 'spec');
  const schemas = new Map([
    ...hoist(`${kind}Spec`, spec, 'read'),
    ...hoist(`${kind}Spec`, spec, 'write'),
    ...hoist(`${kind}Status`, partSchema(crd, 'status'), 'read'),
  ]);
  return [generatedHeader(`crds/${file.file}`), "import type { ObjectMeta } from './metadata.ts';\n\n", kindInterfaces(crd), '\n', await interfaces(schemas)].join('');
}

function kindInterfaces(crd: Crd): string {
  const { kind } = crd.spec.names;
  const version = storageVersion(crd);
  const apiVersion = `${crd.spec.group}/${version.name}`;
  const description = version.schema.openAPIV3Schema.description ?? '';
  return `/** ${description} As read back from the server: every default is filled in. */
export interface ${kind} {
    apiVersion: '${apiVersion}';
    kind: '${kind}';
    metadata: ObjectMeta;
    spec: ${kind}Spec;
    /** Absent until the operator has seen the object. */
    status?: ${kind}Status;
}

/** ${description} As a user writes it: whatever has a default may be left out. */
export interface ${kind}Input {
    apiVersion: '${apiVersion}';
    kind: '${kind}';
    metadata: ObjectMeta;
    spec: ${kind}SpecInput;
}
`;
}

/** One exported interface for each named schema, in the order given. */
export async function interfaces(schemas: ReadonlyMap<string, OpenApiSchema>): Promise<string> {
  const document = { openapi: '3.1.0', info: { title: 'trainyard', version: '1' }, paths: {}, components: { schemas: Object.fromEntries(schemas) } };
  // A JSON round trip drops the members that are undefined, which openapi-typescript would print as tags.
  const nodes = await openapiTS(JSON.stringify(document), { silent: true, defaultNonNullable: false });
  const text = astToString(schemaMembers(nodes).map(toInterface));
  // openapi-typescript refers to its own tree of components; here every component is an interface of its own.
  return text.replace(/components\["schemas"\]\["(\w+)"\]/g, '$1');
}

function schemaMembers(nodes: readonly ts.Node[]): ts.PropertySignature[] {
  const components = nodes.find((node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === 'components');
  const schemas = components?.members.find((member): member is ts.PropertySignature => member.name !== undefined && ts.isIdentifier(member.name) && member.name.text === 'schemas');
  if (schemas?.type === undefined || !ts.isTypeLiteralNode(schemas.type)) throw new Error('openapi-typescript: components.schemas not found in its output');
  return schemas.type.members.filter(ts.isPropertySignature);
}

function toInterface(member: ts.PropertySignature): ts.InterfaceDeclaration {
  if (!ts.isIdentifier(member.name) || member.type === undefined || !ts.isTypeLiteralNode(member.type)) {
    throw new Error('openapi-typescript: a named schema is not an object');
  }
  const declaration = ts.factory.createInterfaceDeclaration(
    [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    member.name.text,
    undefined,
    undefined,
    member.type.members,
  );
  const comments = ts.getSyntheticLeadingComments(member);
  return comments === undefined ? declaration : ts.setSyntheticLeadingComments(declaration, comments);
}
