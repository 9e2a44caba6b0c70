export default defineNuxtConfig({
  runtimeConfig: { attioKey: process.env.NUXT_ATTIO_KEY, attioUrl: '' },
});
