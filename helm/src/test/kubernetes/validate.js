// Manifests, a JSON object a line on standard input: what is wrong with their types, required fields and patterns, a line each.
import { createInterface } from 'node:readline';

const PACKAGES = { 'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator' };

const problemOf = async (manifest) => {
  const { apiVersion, kind } = manifest;
  const models = PACKAGES[apiVersion] ?? 'kubernetes-models';
  try {
    const { [kind]: Model } = await import(`${models}/${apiVersion}/${kind}`);
    new Model(manifest).validate();
    return '';
  } catch (error) {
    return error.message;
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const manifest = JSON.parse(line);
  const problem = await problemOf(manifest);
  if (problem) {
    console.log(`${manifest.kind} ${manifest.metadata.name}: ${problem}`);
    process.exitCode = 1;
  }
}
