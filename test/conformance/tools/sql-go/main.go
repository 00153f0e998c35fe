// Connects once for each environment on standard input, as a program in such a container does, and prints whom the server took it for.
// Arguments: the driver, the variable that holds its data source name, the question.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"os"
	"sync"

	_ "github.com/go-sql-driver/mysql"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/lib/pq"
)

type answer struct {
	Answer  string `json:"answer,omitempty"`
	Refused string `json:"refused,omitempty"`
}

func main() {
	driver, variable, question := os.Args[1], os.Args[2], os.Args[3]
	var environments []map[string]string
	if err := json.NewDecoder(os.Stdin).Decode(&environments); err != nil {
		log.Fatal(err)
	}
	answers := make([]answer, len(environments))
	places := make(chan struct{}, 4)
	var asked sync.WaitGroup
	for i, environment := range environments {
		places <- struct{}{}
		asked.Go(func() {
			answers[i] = ask(driver, environment[variable], question)
			<-places
		})
	}
	asked.Wait()
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}

func ask(driver, dataSource, question string) answer {
	database, err := sql.Open(driver, dataSource)
	if err != nil {
		return answer{Refused: err.Error()}
	}
	defer database.Close()
	var user string
	if err := database.QueryRow(question).Scan(&user); err != nil {
		return answer{Refused: err.Error()}
	}
	return answer{Answer: user}
}
