export default async function stopMongo() {
  await globalThis.testMongo.close();
}
