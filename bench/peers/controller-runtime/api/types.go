// Package api holds the kinds of trainyard.dev/v1alpha1 as a Go operator would write them: every field that the
// benchmark's objects carry, so that the cache of the peer holds what ours holds.
// +kubebuilder:object:generate=true
package api

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

//go:generate go run sigs.k8s.io/controller-tools/cmd/controller-gen@v0.21.0 object paths=.

var GroupVersion = schema.GroupVersion{Group: "trainyard.dev", Version: "v1alpha1"}

func AddToScheme(scheme *runtime.Scheme) error {
	scheme.AddKnownTypes(GroupVersion, &ModelVersion{}, &ModelVersionList{}, &ModelDeployment{}, &ModelDeploymentList{})
	metav1.AddToGroupVersion(scheme, GroupVersion)
	return nil
}

// +kubebuilder:object:root=true
type ModelVersion struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              ModelVersionSpec   `json:"spec"`
	Status            ModelVersionStatus `json:"status,omitempty"`
}

// +kubebuilder:object:root=true
type ModelVersionList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []ModelVersion `json:"items"`
}

type ModelVersionSpec struct {
	Model    string   `json:"model"`
	Version  int64    `json:"version"`
	Artifact Artifact `json:"artifact"`
	Manifest Pointer  `json:"manifest"`
	Stage    string   `json:"stage"`
	Approval Approval `json:"approval"`
}

type Pointer struct {
	URI    string `json:"uri"`
	SHA256 string `json:"sha256"`
}

type Artifact struct {
	Pointer   `json:",inline"`
	SizeBytes int64  `json:"sizeBytes"`
	Format    string `json:"format"`
}

type Approval struct {
	Required bool   `json:"required"`
	State    string `json:"state"`
	By       string `json:"by,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

type ModelVersionStatus struct {
	ObservedGeneration int64              `json:"observedGeneration,omitempty"`
	Conditions         []metav1.Condition `json:"conditions,omitempty"`
	Score              string             `json:"score,omitempty"`
	ShortDigest        string             `json:"shortDigest,omitempty"`
	Serving            string             `json:"serving,omitempty"`
	VerifiedAt         string             `json:"verifiedAt,omitempty"`
	Signature          *Signature         `json:"signature,omitempty"`
	Lineage            *Lineage           `json:"lineage,omitempty"`
	Metrics            []Metric           `json:"metrics,omitempty"`
	Parity             *Parity            `json:"parity,omitempty"`
	Baseline           *Baseline          `json:"baseline,omitempty"`
	Deployments        []Use              `json:"deployments,omitempty"`
	History            []StageChange      `json:"history,omitempty"`
}

type Signature struct {
	Inputs  []Tensor `json:"inputs,omitempty"`
	Outputs []Tensor `json:"outputs,omitempty"`
}

type Tensor struct {
	Name     string  `json:"name"`
	Datatype string  `json:"datatype"`
	Shape    []int64 `json:"shape"`
}

type Lineage struct {
	Data        *Data                `json:"data,omitempty"`
	Features    *Features            `json:"features,omitempty"`
	Algorithm   string               `json:"algorithm,omitempty"`
	Parameters  runtime.RawExtension `json:"parameters,omitempty"`
	Seed        int64                `json:"seed,omitempty"`
	Environment map[string]string    `json:"environment,omitempty"`
	TrainingRun string               `json:"trainingRun,omitempty"`
}

type Data struct {
	URI        string `json:"uri,omitempty"`
	SHA256     string `json:"sha256,omitempty"`
	Rows       int64  `json:"rows,omitempty"`
	Columns    int64  `json:"columns,omitempty"`
	SchemaHash string `json:"schemaHash,omitempty"`
	Target     string `json:"target,omitempty"`
}

type Features struct {
	PipelineVersion string `json:"pipelineVersion,omitempty"`
}

type Metric struct {
	Name   string   `json:"name"`
	Split  string   `json:"split"`
	Value  float64  `json:"value"`
	StdDev *float64 `json:"stdDev,omitempty"`
	N      *int64   `json:"n,omitempty"`
}

type Parity struct {
	Rows            int64   `json:"rows,omitempty"`
	MaxAbsError     float64 `json:"maxAbsError,omitempty"`
	LabelMismatches int64   `json:"labelMismatches,omitempty"`
	Runtime         string  `json:"runtime,omitempty"`
}

type Baseline struct {
	Features int64 `json:"features,omitempty"`
	Rows     int64 `json:"rows,omitempty"`
}

type Use struct {
	Name   string `json:"name"`
	Role   string `json:"role"`
	Weight int64  `json:"weight"`
}

type StageChange struct {
	Time   string `json:"time"`
	From   string `json:"from"`
	To     string `json:"to"`
	By     string `json:"by,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// +kubebuilder:object:root=true
type ModelDeployment struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              ModelDeploymentSpec   `json:"spec"`
	Status            ModelDeploymentStatus `json:"status,omitempty"`
}

// +kubebuilder:object:root=true
type ModelDeploymentList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []ModelDeployment `json:"items"`
}

type ModelDeploymentSpec struct {
	Model    string   `json:"model"`
	Version  string   `json:"version"`
	Paused   bool     `json:"paused"`
	Platform Platform `json:"platform"`
	Server   Server   `json:"server"`
	Traffic  Traffic  `json:"traffic"`
	Rollout  Rollout  `json:"rollout"`
}

type Platform struct {
	Type string `json:"type"`
}

type Server struct {
	Replicas  int64     `json:"replicas"`
	Resources Resources `json:"resources"`
}

type Resources struct {
	Requests map[string]string `json:"requests,omitempty"`
	Limits   map[string]string `json:"limits,omitempty"`
}

type Traffic struct {
	Hosts    []string `json:"hosts,omitempty"`
	Gateways []string `json:"gateways,omitempty"`
	Path     string   `json:"path"`
	Timeout  string   `json:"timeout"`
	Retries  int64    `json:"retries"`
}

type Rollout struct {
	Strategy         string   `json:"strategy"`
	Steps            []Step   `json:"steps"`
	ProgressDeadline string   `json:"progressDeadline"`
	ScaleDownDelay   string   `json:"scaleDownDelay"`
	Analysis         Analysis `json:"analysis"`
}

type Step struct {
	Weight int64  `json:"weight"`
	Hold   string `json:"hold"`
}

type Analysis struct {
	Source         Source  `json:"source"`
	Interval       string  `json:"interval"`
	SLOs           []SLO   `json:"slos"`
	CompareStable  bool    `json:"compareToStable"`
	Alpha          float64 `json:"alpha"`
	MinRequests    int64   `json:"minRequests"`
	HoldDeadline   string  `json:"holdDeadline"`
	OnHoldDeadline string  `json:"onHoldDeadline"`
}

type Source struct {
	Pods bool `json:"pods"`
}

type SLO struct {
	Name string  `json:"name"`
	Type string  `json:"type"`
	Max  float64 `json:"max"`
}

type ModelDeploymentStatus struct {
	ObservedGeneration int64              `json:"observedGeneration,omitempty"`
	Conditions         []metav1.Condition `json:"conditions,omitempty"`
	Replicas           int64              `json:"replicas,omitempty"`
	Selector           string             `json:"selector,omitempty"`
	Stable             *Role              `json:"stable,omitempty"`
	History            []Ending           `json:"history,omitempty"`
}

type Role struct {
	Version       string `json:"version"`
	Digest        string `json:"digest"`
	Revision      string `json:"revision"`
	ReadyReplicas int64  `json:"readyReplicas,omitempty"`
	StartedAt     string `json:"startedAt,omitempty"`
}

type Ending struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Outcome string `json:"outcome"`
	Time    string `json:"time"`
	Reason  string `json:"reason,omitempty"`
}
