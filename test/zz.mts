import {fileURLToPath} from 'node:url';
import {launchBrowser} from './support/browsers.js';
import {servePages} from './support/serve-pages.js';
const pages=await servePages(fileURLToPath(new URL('./support/fixtures', import.meta.url)));
const b=await launchBrowser('firefox');const p=await b.newPage();
await p.goto(pages.origin+'/form.html');
for(let i=0;i<12;i++)await p.press('Tab');
for(let i=0;i<3;i++){const f=await p.focused();console.log(Math.random());console.log(f?.name,f?.rect,f?.hiddenBy,await p.evaluate(()=>[scrollY,innerHeight]));}
console.log(await p.evaluate(()=>{scrollTo(0,0);return scrollY}),await p.evaluate(()=>{document.documentElement.scrollTop=0;return scrollY}));
for(let i=0;i<3;i++){const f=await p.focused();console.log(Math.random());console.log(f?.name,f?.rect,f?.hiddenBy,await p.evaluate(()=>[scrollY,innerHeight,document.documentElement.scrollHeight]));}
await b.close();await pages.close();
