import type {} from 'patient-guide/types/svelte';
import { mount, unmount } from 'svelte';
import { open } from '../behaviours.js';
import { box } from '../scenario.js';
import App from './App.svelte';

const app = mount(App, { target: box });

open({ set: app.set, unmount: () => void unmount(app) });
