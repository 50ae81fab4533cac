export default async function stopProcesses() {
  await globalThis.testHosts.close();
  await globalThis.testMongo.close();
}
