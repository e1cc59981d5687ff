// A module that Node loads before the model server, by the environment of its container: the same for all engines, and
// the server, its protocol and its metrics stay what they are.
import { traffic, type Fault } from './scenarios.ts';

/** Kept short: an environment variable of a ModelDeployment has at most 2048 characters. */
export function preloadSource(fault: Fault): string {
  const ms = fault === 'slow' ? traffic.slowMs : traffic.workMs;
  const garbage = `for(const t of Object.values(o)){if(t.type!=='float32')continue;const k=t.dims[1]??1;for(let i=0;i<t.data.length;i+=k){let s=0;for(let c=0;c<k;c++)s+=t.data[i+c]=Math.random();for(let c=0;c<k;c++)t.data[i+c]/=s}}`;
  const crash = `import{Server}from'node:http';const e=Server.prototype.emit;let a=0;Server.prototype.emit=function(n,r,...x){if(n==='request'&&r.method==='POST'&&!a){a=1;setTimeout(()=>process.exit(1),1000)}return e.call(this,n,r,...x)};`;
  // onnxruntime-node hands on the classes of onnxruntime-common, so its sessions are these.
  return `import{createRequire}from'node:module';import{setTimeout as w}from'node:timers/promises';${fault === 'crash' ? crash : ''}const P=createRequire(process.cwd()+'/main.ts')('onnxruntime-common').InferenceSession.prototype,r=P.run;P.run=async function(...x){await w(${ms});const o=await r.apply(this,x);${fault === 'garbage' ? garbage : ''}return o}`;
}

export function faultEnvironment(fault: Fault): readonly { readonly name: string; readonly value: string }[] {
  return [{ name: 'NODE_OPTIONS', value: `--import=data:text/javascript;base64,${Buffer.from(preloadSource(fault)).toString('base64')}` }];
}
