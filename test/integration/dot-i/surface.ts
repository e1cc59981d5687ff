// Checked by the compiler: what a subclass may use of the package's base class and of ours, made public to be compared.
// The classes themselves cannot be: the package's has private members, and no other class has those.
import dotI from '@dot-i/k8s-operator';
import { Operator, ResourceEventType } from '../../../operator/dot-i.ts';
import type { ResourceEventType as PackageEventType } from '@dot-i/k8s-operator';

class Theirs extends dotI.default {
  protected override async init(): Promise<void> {}
  surface() {
    return { start: () => this.start(), stop: () => this.stop(), init: () => this.init(), kubeConfig: this.kubeConfig, k8sApi: this.k8sApi, logger: this.logger, registerCustomResourceDefinition: (file: string) => this.registerCustomResourceDefinition(file), getCustomResourceApiUri: this.getCustomResourceApiUri, watchResource: this.watchResource, setResourceStatus: this.setResourceStatus, patchResourceStatus: this.patchResourceStatus, handleResourceFinalizer: this.handleResourceFinalizer, setResourceFinalizers: this.setResourceFinalizers, applyAxiosKubeConfigAuth: this.applyAxiosKubeConfigAuth, applyGaxiosKubeConfigAuth: this.applyGaxiosKubeConfigAuth };
  }
}

class Ours extends Operator {
  protected override async init(): Promise<void> {}
  surface() {
    return { start: () => this.start(), stop: () => this.stop(), init: () => this.init(), kubeConfig: this.kubeConfig, k8sApi: this.k8sApi, logger: this.logger, registerCustomResourceDefinition: (file: string) => this.registerCustomResourceDefinition(file), getCustomResourceApiUri: this.getCustomResourceApiUri, watchResource: this.watchResource, setResourceStatus: this.setResourceStatus, patchResourceStatus: this.patchResourceStatus, handleResourceFinalizer: this.handleResourceFinalizer, setResourceFinalizers: this.setResourceFinalizers, applyAxiosKubeConfigAuth: this.applyAxiosKubeConfigAuth, applyGaxiosKubeConfigAuth: this.applyGaxiosKubeConfigAuth };
  }
}

export const offered = (ours: Ours): ReturnType<Theirs['surface']> => ours.surface();
export const eventTypes: Record<keyof typeof PackageEventType, PackageEventType> = ResourceEventType;
