// Command external-secrets renders Secret templates with the template engine
// of the External Secrets Operator itself, so that a template can be judged by
// what the operator would write into the Secret.
//
// It reads a JSON array from standard input, one entry per target Secret:
//
//	[{"template": {"url": "postgres://{{ .user }}"}, "data": {"user": "app"}}]
//
// and prints a JSON array with the rendered data of each, in the same order:
//
//	[{"url": "postgres://app"}]
//
// The scope is Values and the engine version is v2, the defaults of an
// ExternalSecret. The first template that cannot be parsed or executed (a key
// missing from the data included) ends the program with exit code 1 and the
// engine's message on standard error; nothing is printed then.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"

	esv1 "github.com/external-secrets/external-secrets/apis/externalsecrets/v1"
	template "github.com/external-secrets/external-secrets/pkg/template/v2"
)

// job is one target Secret: its templates and the values fetched from a store.
type job struct {
	Template map[string]string `json:"template"`
	Data     map[string]string `json:"data"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	var jobs []job
	decoder := json.NewDecoder(in)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&jobs); err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	rendered := make([]map[string]string, 0, len(jobs))
	for i, j := range jobs {
		result, err := render(j)
		if err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
		rendered = append(rendered, result)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(rendered)
}

func render(j job) (map[string]string, error) {
	var secret corev1.Secret
	err := template.Execute(bytesOf(j.Template), bytesOf(j.Data), esv1.TemplateScopeValues, esv1.TemplateTargetData, &secret)
	if err != nil {
		return nil, err
	}
	result := make(map[string]string, len(secret.Data))
	for key, value := range secret.Data {
		result[key] = string(value)
	}
	return result, nil
}

func bytesOf(values map[string]string) map[string][]byte {
	result := make(map[string][]byte, len(values))
	for key, value := range values {
		result[key] = []byte(value)
	}
	return result
}
