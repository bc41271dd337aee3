export default {
  customScripts: ['scripts/sign-in.js'],
};
