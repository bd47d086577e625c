import { KUBE_MAIN } from '../../../src/adapters/toolchain/kube-main.ts'

/** Our program for a control plane, with what else runs on a kind node: kubelet, kubeadm and kube-proxy. */
export const NODE_MAIN = KUBE_MAIN.replace('import (\n', 'import (\n\t"context"\n')
  .replace(
    '\tkcm "k8s.io/kubernetes/cmd/kube-controller-manager/app"\n',
    `\tkcm "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	kubeproxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	kubeadm "k8s.io/kubernetes/cmd/kubeadm/app"
	kubeadmerr "k8s.io/kubernetes/cmd/kubeadm/app/util/errors"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app"
`
  )
  .replace(
    'var tools = map[string]func(){\n',
    `var tools = map[string]func(){
	"kubelet":    func() { os.Exit(cli.Run(kubelet.NewKubeletCommand(context.Background()))) },
	"kube-proxy": func() { os.Exit(cli.Run(kubeproxy.NewProxyCommand())) },
	"kubeadm":    func() { kubeadmerr.HandleError(kubeadm.Run()) },
`
  )
