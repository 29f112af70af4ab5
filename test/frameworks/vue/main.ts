import type {} from 'patient-guide/types/vue';
import { createApp, reactive } from 'vue';
import { open } from '../behaviours.js';
import { type State, box, initial } from '../scenario.js';
import App from './App.vue';

const state = reactive<State>({ ...initial });
const app = createApp(App, { state });

app.mount(box);
open({ set: (change) => Object.assign(state, change), unmount: () => app.unmount() });
