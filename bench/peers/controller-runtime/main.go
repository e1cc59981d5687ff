// The smallest controller-runtime operator with the cache, the concurrency and the writes of ours: it watches the same
// eleven kinds, and for a ModelVersion or ModelDeployment whose generation it has not seen it applies one status.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	clientgoscheme "k8s.io/client-go/kubernetes/scheme"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/cache"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/controller"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"
	"sigs.k8s.io/controller-runtime/pkg/metrics/server"

	"trainyard.dev/bench/peers/controller-runtime/api"
)

const workers = 4 // as ours, for each controller

func main() {
	ctrl.SetLogger(zap.New())
	if err := run(ctrl.SetupSignalHandler()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{clientgoscheme.AddToScheme, api.AddToScheme} {
		if err := add(scheme); err != nil {
			return err
		}
	}
	ours := cache.ByObject{Label: labels.SelectorFromSet(labels.Set{"app.kubernetes.io/managed-by": "trainyard"})}
	virtualServices := kind("networking.istio.io", "v1", "VirtualService")
	selected := []client.Object{&batchv1.Job{}, &corev1.Pod{}, &appsv1.Deployment{}, &corev1.Service{}, &policyv1.PodDisruptionBudget{}, virtualServices}
	whole := []client.Object{kind(api.GroupVersion.Group, api.GroupVersion.Version, "TrainingRun"), kind(api.GroupVersion.Group, api.GroupVersion.Version, "Experiment"), kind("networking.istio.io", "v1", "Gateway")}
	byObject := map[client.Object]cache.ByObject{}
	for _, object := range selected {
		byObject[object] = ours
	}

	config, err := ctrl.GetConfig()
	if err != nil {
		return err
	}
	config.QPS = -1 // ours has no limit of its own either
	manager, err := ctrl.NewManager(config, ctrl.Options{
		Scheme:                        scheme,
		Cache:                         cache.Options{ByObject: byObject, DefaultTransform: cache.TransformStripManagedFields()},
		Metrics:                       server.Options{BindAddress: "127.0.0.1:" + os.Getenv("METRICS_PORT")},
		LeaderElection:                true,
		LeaderElectionID:              "controller-runtime-peer",
		LeaderElectionNamespace:       os.Getenv("POD_NAMESPACE"),
		LeaderElectionReleaseOnCancel: true,
	})
	if err != nil {
		return err
	}
	for _, object := range append(selected, whole...) {
		if _, err := manager.GetCache().GetInformer(ctx, object, cache.BlockUntilSynced(false)); err != nil {
			return err
		}
	}
	if err := add(manager, "model-version", func() *api.ModelVersion { return &api.ModelVersion{} }, func(version *api.ModelVersion) (*int64, *[]metav1.Condition) {
		return &version.Status.ObservedGeneration, &version.Status.Conditions
	}); err != nil {
		return err
	}
	if err := add(manager, "model-deployment", func() *api.ModelDeployment { return &api.ModelDeployment{} }, func(deployment *api.ModelDeployment) (*int64, *[]metav1.Condition) {
		return &deployment.Status.ObservedGeneration, &deployment.Status.Conditions
	}); err != nil {
		return err
	}
	return manager.Start(ctx)
}

func kind(group, version, name string) *unstructured.Unstructured {
	object := &unstructured.Unstructured{}
	object.SetGroupVersionKind(schema.GroupVersionKind{Group: group, Version: version, Kind: name})
	return object
}

type reconciler[T client.Object] struct {
	client client.Client
	empty  func() T
	status func(T) (observedGeneration *int64, conditions *[]metav1.Condition)
}

func add[T client.Object](manager ctrl.Manager, name string, empty func() T, status func(T) (*int64, *[]metav1.Condition)) error {
	return ctrl.NewControllerManagedBy(manager).
		Named(name).
		For(empty()).
		WithOptions(controller.Options{MaxConcurrentReconciles: workers}).
		Complete(&reconciler[T]{client: manager.GetClient(), empty: empty, status: status})
}

func (r *reconciler[T]) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	object := r.empty()
	if err := r.client.Get(ctx, request.NamespacedName, object); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	observed, conditions := r.status(object)
	generation := object.GetGeneration()
	changed := meta.SetStatusCondition(conditions, metav1.Condition{
		Type: "Ready", Status: metav1.ConditionTrue, Reason: "Reconciled", Message: fmt.Sprintf("generation %d was reconciled", generation), ObservedGeneration: generation,
	})
	if !changed && *observed == generation {
		return ctrl.Result{}, nil
	}
	return ctrl.Result{}, r.applyStatus(ctx, object, meta.FindStatusCondition(*conditions, "Ready"))
}

// Only what it decides, as server-side apply wants it; the rest of the status belongs to others.
func (r *reconciler[T]) applyStatus(ctx context.Context, object T, ready *metav1.Condition) error {
	gvk, err := r.client.GroupVersionKindFor(object)
	if err != nil {
		return err
	}
	patch, err := json.Marshal(map[string]any{
		"apiVersion": gvk.GroupVersion().String(),
		"kind":       gvk.Kind,
		"metadata":   map[string]any{"name": object.GetName(), "namespace": object.GetNamespace()},
		"status":     map[string]any{"observedGeneration": object.GetGeneration(), "conditions": []*metav1.Condition{ready}},
	})
	if err != nil {
		return err
	}
	err = r.client.Status().Patch(ctx, object, client.RawPatch(client.Apply.Type(), patch), client.ForceOwnership, client.FieldOwner("controller-runtime-peer"))
	return client.IgnoreNotFound(err)
}
