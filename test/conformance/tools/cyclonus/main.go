// Command cyclonus decides with cyclonus' own model of NetworkPolicy which
// flows a set of policies lets through.
//
// It reads problems from standard input, either one or a JSON array of them:
//
//	{
//	  "policies": [<NetworkPolicy objects>],
//	  "flows": [{
//	    "source": {"ip": "10.0.0.1", "namespace": "shop",
//	               "namespaceLabels": {"kubernetes.io/metadata.name": "shop"},
//	               "podLabels": {"app": "api"}},
//	    "destination": {"ip": "203.0.113.7"},
//	    "protocol": "TCP", "port": 5432, "portName": ""
//	  }]
//	}
//
// A peer with a namespace is a pod, one without is outside the cluster. Every
// label that a policy may select has to be given, the labels that the API
// server adds to a namespace included. Port and portName are those of the
// destination's container, after the Service was resolved.
//
// For one problem it prints an array of booleans, one per flow in the order
// given: true if both the egress rules of the source and the ingress rules of
// the destination allow it. For an array of problems it prints an array of
// such arrays. Policies are taken as the API server would store them: one
// without policyTypes is an error. Any error ends the program with exit code 1
// and a message on standard error; nothing is printed then.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
)

// problem is one set of policies and the flows to judge under it.
type problem struct {
	Policies []*networkingv1.NetworkPolicy `json:"policies"`
	Flows    []flow                        `json:"flows"`
}

type flow struct {
	Source      peer            `json:"source"`
	Destination peer            `json:"destination"`
	Protocol    corev1.Protocol `json:"protocol"`
	Port        int             `json:"port"`
	PortName    string          `json:"portName"`
}

type peer struct {
	IP              string            `json:"ip"`
	Namespace       string            `json:"namespace"`
	NamespaceLabels map[string]string `json:"namespaceLabels"`
	PodLabels       map[string]string `json:"podLabels"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	input, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	var answer any
	if bytes.HasPrefix(bytes.TrimSpace(input), []byte("[")) {
		var problems []problem
		if err := decode(input, &problems); err != nil {
			return err
		}
		answers := make([][]bool, 0, len(problems))
		for i, p := range problems {
			allowed, err := solve(p)
			if err != nil {
				return fmt.Errorf("problem %d: %w", i, err)
			}
			answers = append(answers, allowed)
		}
		answer = answers
	} else {
		var p problem
		if err := decode(input, &p); err != nil {
			return err
		}
		if answer, err = solve(p); err != nil {
			return err
		}
	}
	return json.NewEncoder(out).Encode(answer)
}

func decode(input []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(input))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	return nil
}

// solve answers the flows of one problem. The matcher reports an invalid
// policy by a panic, which becomes the error here.
func solve(p problem) (allowed []bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cyclonus: %v", r)
		}
	}()
	for _, policy := range p.Policies {
		if policy.Kind != "NetworkPolicy" {
			return nil, fmt.Errorf("policy %q is of kind %q, not NetworkPolicy", policy.Name, policy.Kind)
		}
	}
	policies := matcher.BuildNetworkPolicies(false, p.Policies)
	allowed = make([]bool, 0, len(p.Flows))
	for i, f := range p.Flows {
		traffic, err := f.traffic()
		if err != nil {
			return nil, fmt.Errorf("flow %d: %w", i, err)
		}
		allowed = append(allowed, policies.IsTrafficAllowed(traffic).IsAllowed())
	}
	return allowed, nil
}

func (f flow) traffic() (*matcher.Traffic, error) {
	switch f.Protocol {
	case corev1.ProtocolTCP, corev1.ProtocolUDP, corev1.ProtocolSCTP:
	default:
		return nil, fmt.Errorf("protocol %q", f.Protocol)
	}
	source, err := f.Source.traffic()
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	destination, err := f.Destination.traffic()
	if err != nil {
		return nil, fmt.Errorf("destination: %w", err)
	}
	return &matcher.Traffic{
		Source:           source,
		Destination:      destination,
		ResolvedPort:     f.Port,
		ResolvedPortName: f.PortName,
		Protocol:         f.Protocol,
	}, nil
}

func (p peer) traffic() (*matcher.TrafficPeer, error) {
	if _, err := netip.ParseAddr(p.IP); err != nil {
		return nil, err
	}
	if p.Namespace == "" {
		if len(p.NamespaceLabels) > 0 || len(p.PodLabels) > 0 {
			return nil, errors.New("labels without a namespace")
		}
		return &matcher.TrafficPeer{IP: p.IP}, nil
	}
	return &matcher.TrafficPeer{
		IP: p.IP,
		Internal: &matcher.InternalPeer{
			Namespace:       p.Namespace,
			NamespaceLabels: p.NamespaceLabels,
			PodLabels:       p.PodLabels,
		},
	}, nil
}
