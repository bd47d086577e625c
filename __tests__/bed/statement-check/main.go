// statement-check reads in-toto statements with other people's eyes: the protocol buffers and validators that in-toto
// publishes for statements, SLSA provenance v1 and test results v0.1, in which a field that they do not know is a mistake,
// and the library of package URLs. What the specifications demand and those libraries let through is looked at here:
// digests and addresses of descriptors, the outcomes of a test result, names of extension fields, times in UTC.
//
//	statement-check FILE...
//
// A file that is wrong ends it with status 1 and says why.
package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"

	provenance "github.com/in-toto/attestation/go/predicates/provenance/v1"
	testresult "github.com/in-toto/attestation/go/predicates/test_result/v0"
	intoto "github.com/in-toto/attestation/go/v1"
	"github.com/package-url/packageurl-go"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// Extension fields have names of the form <vendor>_<fieldname> (SLSA, "Extension fields").
const vendor = "slipway_"

type fields = map[string]json.RawMessage

func main() {
	for _, path := range os.Args[1:] {
		document, err := os.ReadFile(path)
		if err == nil {
			err = check(document)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			os.Exit(1)
		}
	}
}

func check(document []byte) error {
	var statement intoto.Statement
	if err := protojson.Unmarshal(document, &statement); err != nil {
		return err
	}
	if err := statement.Validate(); err != nil {
		return err
	}
	if statement.GetType() != intoto.StatementTypeUri {
		return fmt.Errorf("%s is no statement of version 1", statement.GetType())
	}
	if err := descriptors("subject", statement.GetSubject()); err != nil {
		return err
	}
	if err := address("predicateType", statement.GetPredicateType()); err != nil {
		return err
	}
	// As it was written: the generic form of a predicate knows no field of it.
	var whole struct{ Predicate fields }
	if err := json.Unmarshal(document, &whole); err != nil {
		return err
	}
	switch statement.GetPredicateType() {
	case "https://slsa.dev/provenance/v1":
		return slsa(whole.Predicate)
	case "https://in-toto.io/attestation/test-result/v0.1":
		return result(whole.Predicate)
	default:
		return fmt.Errorf("nobody here knows predicates of type %s", statement.GetPredicateType())
	}
}

var utc = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$`)

func slsa(predicate fields) error {
	var said provenance.Provenance
	if err := read(predicate, &said); err != nil {
		return err
	}
	if err := said.Validate(); err != nil {
		return err
	}
	definition, run := said.GetBuildDefinition(), said.GetRunDetails()
	for name := range definition.GetInternalParameters().GetFields() {
		if _, twice := definition.GetExternalParameters().GetFields()[name]; twice {
			return fmt.Errorf("%s is an external and an internal parameter", name)
		}
	}
	var written struct{ Metadata map[string]string }
	if err := json.Unmarshal(predicate["runDetails"], &written); err != nil {
		return err
	}
	for _, name := range []string{"startedOn", "finishedOn"} {
		if time, there := written.Metadata[name]; there && !utc.MatchString(time) {
			return fmt.Errorf("%s is %s, which is no time in UTC", name, time)
		}
	}
	if written.Metadata["startedOn"] > written.Metadata["finishedOn"] {
		return fmt.Errorf("it ended before it began")
	}
	for name, uri := range map[string]string{"buildType": definition.GetBuildType(), "builder.id": run.GetBuilder().GetId()} {
		if err := address(name, uri); err != nil {
			return err
		}
	}
	for name, list := range map[string][]*intoto.ResourceDescriptor{
		"resolvedDependencies": definition.GetResolvedDependencies(),
		"builderDependencies":  run.GetBuilder().GetBuilderDependencies(),
		"byproducts":           run.GetByproducts(),
	} {
		if err := descriptors(name, list); err != nil {
			return err
		}
	}
	return nil
}

func result(predicate fields) error {
	var said testresult.TestResult
	if err := read(predicate, &said); err != nil {
		return err
	}
	if !slices.Contains([]string{"PASSED", "WARNED", "FAILED"}, said.GetResult()) {
		return fmt.Errorf("result is %q", said.GetResult())
	}
	if said.GetResult() == "PASSED" && len(said.GetFailedTests()) > 0 {
		return fmt.Errorf("it passed, and %s failed", said.GetFailedTests()[0])
	}
	if len(said.GetConfiguration()) == 0 {
		return fmt.Errorf("configuration is missing")
	}
	if said.GetUrl() != "" {
		if err := address("url", said.GetUrl()); err != nil {
			return err
		}
	}
	for _, list := range [][]string{said.GetPassedTests(), said.GetWarnedTests(), said.GetFailedTests()} {
		if slices.Contains(list, "") {
			return fmt.Errorf("a test has no name")
		}
	}
	return descriptors("configuration", said.GetConfiguration())
}

// Reads a predicate by its protocol buffer, which refuses every field that is neither known nor an extension.
func read(predicate fields, into proto.Message) error {
	known := fields{}
	for name, value := range predicate {
		if !strings.HasPrefix(name, vendor) {
			known[name] = value
		}
	}
	text, err := json.Marshal(known)
	if err != nil {
		return err
	}
	return protojson.Unmarshal(text, into)
}

var hex64 = regexp.MustCompile(`^[0-9a-f]{64}$`)

func descriptors(where string, list []*intoto.ResourceDescriptor) error {
	for i, each := range list {
		at := fmt.Sprintf("%s[%d]", where, i)
		if err := each.Validate(); err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if each.GetUri() == "" && len(each.GetDigest()) == 0 && len(each.GetContent()) == 0 {
			return fmt.Errorf("%s has neither uri, digest nor content", at)
		}
		if each.GetUri() != "" {
			if err := address(at, each.GetUri()); err != nil {
				return err
			}
		}
		for algorithm, digest := range each.GetDigest() {
			if digest != strings.ToLower(digest) {
				return fmt.Errorf("%s: %s is not in lower case", at, algorithm)
			}
			// The specification names it twice, once so; the library knows the other name.
			if algorithm == "dirHash1" && !hex64.MatchString(digest) {
				return fmt.Errorf("%s: dirHash1 is %s", at, digest)
			}
		}
	}
	return nil
}

// An absolute URI with its scheme and authority in lower case (RFC 3986, 6.2.2.1), and a package URL that is one.
func address(where, uri string) error {
	parsed, err := url.Parse(uri)
	if err != nil {
		return err
	}
	if parsed.Scheme == "" || !strings.HasPrefix(uri, parsed.Scheme+":") || parsed.Host != strings.ToLower(parsed.Host) {
		return fmt.Errorf("%s: %s is no URI with a scheme and authority in lower case", where, uri)
	}
	if parsed.Scheme == "pkg" {
		_, err = packageurl.FromString(uri)
	}
	return err
}
