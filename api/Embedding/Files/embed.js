(()=>{"use strict";
if(parent===window)return;
const secret=(location.hash.match(/[?&]secret=([\w-]{1,100})/)||[])[1];
const tell=()=>{
const height=Math.ceil(document.documentElement.getBoundingClientRect().height);
const say=message=>parent.postMessage(message,"*");
say({type:"opengov-embed:resize",v:1,height});
say(JSON.stringify({src:location.href,context:"iframe.resize",height}));
say({sentinel:"amp",type:"embed-size",height});
if(secret)say({message:"height",value:height,secret});
};
new ResizeObserver(tell).observe(document.documentElement);
addEventListener("load",tell);
if(secret)addEventListener("click",({target})=>{
const link=target.closest("a");
if(link)parent.postMessage({message:"link",value:link.href,secret},"*");
});
addEventListener("message",({source,data})=>{
if(source!==parent||!data)return;
if(data.type==="opengov-embed:ping"||secret&&data.message==="ready"&&data.secret===secret)tell();
if(data.type==="opengov-embed:set-theme"&&/^(auto|light|dark|contrast)$/.test(data.theme))document.documentElement.dataset.theme=data.theme;
});
})();
